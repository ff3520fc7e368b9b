"""The one door for text: decode, clean, find the language, cut into tokens and sentences."""
