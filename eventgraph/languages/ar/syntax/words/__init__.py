"""What each word of an Arabic sentence is."""
