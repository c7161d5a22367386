"""Which names and descriptions of one article are one entity."""
