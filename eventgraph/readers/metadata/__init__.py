"""What a text or its file states of the article: language and day of publication."""
