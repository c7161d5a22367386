"""Frames: words and their valency patterns, in any language, as the concepts that they express."""
