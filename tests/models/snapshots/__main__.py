"""Write the snapshots anew."""

from tests.models.snapshots import FOLDER, SAMPLES, snapshot

for prompt_id in SAMPLES:
    (FOLDER / f"{prompt_id}.md").write_text(snapshot(prompt_id), encoding="utf-8")
