"""The mutation run: `python -m evaluations.eligibility.mutation`. Every mutant of a rule must fail some golden case."""

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.eligibility.facts import vocabulary
from assistant.eligibility.opening import open_tracks
from assistant.errors import KnowledgeError
from assistant.knowledge.condition_reader import ConditionReader
from assistant.knowledge.rules import Rule, Track
from assistant.knowledge.source import Node, corpus_files, load_yaml
from assistant.settings import settings
from evaluations.eligibility.golden import GoldenCase, golden_cases
from evaluations.eligibility.mutants import Mutant, mutants


@dataclasses.dataclass(frozen=True)
class Report:
    """How many mutants were made, refused while loading, caught by a case; and those that survived."""

    total: int
    refused: int
    caught: int
    survivors: tuple[str, ...]


def run(corpus: Path | None = None) -> Report:
    """Mutate every rule that has a condition and try each mutant on the golden cases of that rule."""
    corpus = corpus or settings().assistant_corpus
    tracks = open_tracks(corpus)
    counts = {"refused": 0, "caught": 0}
    survivors: list[str] = []
    total = 0
    for node in _rule_nodes(corpus):
        cases = [case for case in golden_cases() if case.rule == node.text("id")]
        for mutant in _mutants_of(node):
            total += 1
            fate = _fate(node, mutant, tracks, cases)
            if fate in counts:
                counts[fate] += 1
            else:
                survivors.append(f"{node.text('id')} {mutant.change}")
    return Report(total, counts["refused"], counts["caught"], tuple(survivors))


def _rule_nodes(corpus: Path) -> Iterator[Node]:
    for path in corpus_files(corpus, "awards/*/rules.yaml"):
        yield from (node for node in load_yaml(path).children("rules") if node.has("condition"))


def _mutants_of(node: Node) -> Iterator[Mutant]:
    source = {key: value for key, value in node.mapping().items() if key in {"condition", "review_when"}}
    return mutants(source, vocabulary().facts)


def _fate(node: Node, mutant: Mutant, tracks: dict[str, Track], cases: list[GoldenCase]) -> str:
    try:
        changed = _apply(node, mutant, tracks)
    except KnowledgeError:
        return "refused"
    return "caught" if any(case.problems(changed) for case in cases) else "survived"


def _apply(node: Node, mutant: Mutant, tracks: dict[str, Track]) -> dict[str, Track]:
    reader = ConditionReader(vocabulary().facts)
    mutated = Node(node.file, mutant.value, node.trail)
    rule_id = node.text("id")

    def swapped(rule: Rule) -> Rule:
        if rule.id != rule_id:
            return rule
        reviews = tuple(reader.review_case(child) for child in mutated.children("review_when"))
        return dataclasses.replace(rule, condition=reader.condition(mutated.child("condition")), reviews=reviews)

    return {
        key: dataclasses.replace(track, rules=tuple(swapped(rule) for rule in track.rules))
        for key, track in tracks.items()
        if any(rule.id == rule_id for rule in track.rules)
    }


def main() -> None:
    """Print the figures; exit 1 where a mutant survived."""
    report = run()
    killed = report.refused + report.caught
    sys.stdout.write(f"变异体 {report.total}：用例抓住 {report.caught}，装载时拒绝 {report.refused}，存活 ")
    sys.stdout.write(f"{len(report.survivors)}（{killed / report.total:.1%} 被抓住）\n")
    sys.stdout.writelines(f"存活：{line}\n" for line in report.survivors)
    sys.exit(1 if report.survivors else 0)


if __name__ == "__main__":
    main()
