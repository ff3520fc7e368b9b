"""How large an input may be; each limit has a name, and what is larger raises LimitError."""

LIMITS = {
    "documents": 200,  # in one comparison
    "characters": 1_000_000,  # of one document; spaCy refuses more
    "bytes": 8_000_000,  # of one file, or of one text given as bytes
    "blocks": 10_000,  # of one document
    "id": 200,  # characters of a document id
    "field": 10_000,  # characters of any other field, such as the title
}
