"""Report to text, HTML, Markdown, JSON, tables, graph and the formats of editors: shows, decides nothing."""
