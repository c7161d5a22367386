"""What is known before any article is read: countries, places, organisations, people and offices.

Data lives in ``data/*.tsv``, one concept a file, names in English, Arabic, Russian and French.
`load` reads it once; ``NOTICE.md`` says where each file is from and under which licence.

>>> known = load()
>>> [entry.id for entry in known.find("داعش")]
['org:islamic-state']
>>> known.demonym("Syrians"), known.demonym("الروسية")
('SY', 'RU')
>>> known.office("president", "TR")[0].name("ar")
'رجب طيب أردوغان'
"""

from eventgraph.knowledge.base import Knowledge, load
from eventgraph.knowledge.entries import Entry
from eventgraph.knowledge.offices import Term

__all__ = ["Entry", "Knowledge", "Term", "load"]
