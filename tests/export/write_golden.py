"""Writes the golden files anew: ``python -m tests.export.write_golden``. Read the diff before you keep it."""

from pathlib import Path

from eventgraph import export, plugins
from tests.corpora import corpus

FOLDER = Path(__file__).parent / "golden"
FORMATS = {
    "cytoscape": "corpus.cyjs", "ftm": "corpus.ftm.json", "geojson": "corpus.geojson",
    "gexf": "corpus.gexf", "graphml": "corpus.graphml", "ics": "corpus.ics", "jsonld": "corpus.jsonld",
    "kml": "corpus.kml", "neo4j": "corpus.zip", "timelinejs": "timelinejs.json",
    "timelinejs-csv": "timelinejs.csv", "timesketch": "timesketch.csv",
}  # fmt: skip


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for form, name in FORMATS.items():
        assert name.endswith(plugins.load("exporters", form).suffix)
        (FOLDER / name).write_bytes(export.render(form, corpus()))


if __name__ == "__main__":
    write()
