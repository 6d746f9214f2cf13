"""How an advert is told to machines and to other sites: structured data, feeds, lists. Pure."""
