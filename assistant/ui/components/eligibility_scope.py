"""What is judged: the chosen awards and the day of application; and the judging itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from assistant.eligibility import timeliness
from assistant.eligibility.anchoring import facts_on
from assistant.eligibility.facts import FACTS, Facts, complete
from assistant.eligibility.match import fits, outside_channel, shown_rank
from assistant.eligibility.opening import Applicant, judge, open_tracks
from assistant.eligibility.outcome import label
from assistant.eligibility.result import TrackResult
from assistant.knowledge.rules import Rule, Track
from assistant.settings import settings
from assistant.ui.components.citations import open_source, plain
from assistant.ui.components.eligibility_state import Desk, load_desk, save_desk

_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)
_TRACKS, _DAY, _WHO = "eligibility-tracks", "eligibility-day", "eligibility-who"
APPLICANT = "applicant_type"
UNKNOWN = "不知道"


@dataclass(frozen=True, slots=True)
class Judged:
    """One track judged on one day."""

    track: Track
    result: TrackResult

    @property
    def day(self) -> date:
        """The day of judgement."""
        return self.result.as_of

    @property
    def closed_by_now(self) -> bool:
        """The notice was open on the day of judgement, but its time is over today."""
        return self.result.timeliness != "expired" and timeliness.state(self.track, date.today()) == "expired"


def tracks() -> dict[str, Track]:
    """All tracks of the corpus by id."""
    return open_tracks(settings().assistant_corpus)


def chosen(desk: Desk) -> list[Track]:
    """The tracks to judge: the chosen ones, all where none is chosen."""
    held = tracks()
    return [held[name] for name in desk.tracks if name in held] or list(held.values())


def day_of(track: Track, desk: Desk) -> date:
    """The day given, else the notice's last safe day, else today (the page says which)."""
    if desk.day:
        return date.fromisoformat(desk.day)
    return track.timeliness.assumed_as_of or date.today()


def judge_all(desk: Desk, facts: Facts) -> list[Judged]:
    """Every chosen track judged on its day, the most promising first."""
    known = complete(facts)
    judged = [_judge(track, desk, facts) for track in chosen(desk)]
    return sorted(judged, key=lambda one: shown_rank(one.track, one.result, known))


def _judge(track: Track, desk: Desk, facts: Facts) -> Judged:
    """One track judged on its day, by what the self-description says of that day."""
    day = day_of(track, desk)
    then = facts_on(day, facts, desk.said_on, track)
    return Judged(track, judge(track, Applicant(then.facts, (*then.notices, *doubts(desk))), day))


def elsewhere(one: Judged, facts: Facts) -> str:
    """Why a channel is not the applicant's, as a short clause; "" where it may be."""
    province = outside_channel(one.track, complete(facts))
    return f"面向{one.track.channel.province}，不是您的申报渠道" if province and one.track.channel else ""


def doubts(desk: Desk) -> tuple[str, ...]:
    """What the self-description speaks of without settling it, and nothing has settled since, as notices."""
    left = ((key, quote) for key, quote in desk.unsure if key not in desk.facts)
    return tuple(f"自述没有说定“{label(key)}”（“{quote}”），按不知道处理。" for key, quote in left)


def fitting(judged: Sequence[Judged], facts: Facts) -> list[Judged]:
    """The tracks made for this kind of applicant as far as known; all where none is."""
    known = complete(facts)
    return [one for one in judged if fits(one.track, known)] or list(judged)


def scope(desk: Desk) -> None:
    """The two fields that say what is judged, with an explanation of the day."""
    held = tracks()
    st.session_state[_TRACKS] = [name for name in desk.tracks if name in held]
    st.session_state[_DAY] = date.fromisoformat(desk.day) if desk.day else None
    left, right = st.columns([3, 2])
    left.multiselect(
        "申报哪些奖项",
        list(held),
        format_func=lambda name: held[name].name,
        key=_TRACKS,
        placeholder="全部奖项",
        on_change=_save,
        help="不选就是全部；选定后，下面只问这些奖项用得着的情况。",
    )
    right.date_input(
        "申报日期（可留空）",
        key=_DAY,
        min_value=_FIRST,
        max_value=_LAST,
        format="YYYY-MM-DD",
        on_change=_save,
        help="年限都算到这一天。留空就按各通知建议的最后一个稳妥申报日。",
    )
    _explain(desk)
    _applicant(desk)


def _applicant(desk: Desk) -> None:
    """Who applies decides which tracks and which fields there are, so it is asked before all else."""
    spec = FACTS[APPLICANT]
    names = dict(spec.values)
    st.session_state[_WHO] = names.get(str(complete(desk.known).get(APPLICANT)), UNKNOWN)
    st.radio(spec.question, [UNKNOWN, *names.values()], key=_WHO, horizontal=True, on_change=_save_applicant)


def _save_applicant() -> None:
    chosen_name = st.session_state[_WHO]
    value = next((key for key, name in FACTS[APPLICANT].values if name == chosen_name), None)
    save_desk(load_desk().with_fact(APPLICANT, value))


def _save() -> None:
    day: date | None = st.session_state[_DAY]
    names = tuple(st.session_state[_TRACKS])
    save_desk(replace(load_desk(), tracks=names, day=day.isoformat() if day else ""))


def _explain(desk: Desk) -> None:
    if desk.day:
        st.caption(f"年限和期限都算到您填的申报日 {desk.day}。")
        return
    judged = chosen(desk)
    if len(judged) == 1:
        _explain_one(judged[0])
        return
    undated = [track.name for track in judged if track.timeliness.assumed_as_of is None]
    later = f"{'、'.join(undated)}的通知没有写截止日，暂按今天（{date.today()}）。" if undated else ""
    st.caption(plain(f"没有填申报日期：各奖项按通知建议的最后一个稳妥申报日判定，日期列在每行后面。{later}"))


def _explain_one(track: Track) -> None:
    assumed = track.timeliness.assumed_as_of
    if assumed is None:
        st.caption(f"这份通知没有写截止日，暂按今天（{date.today()}）判定；请填写打算申报的日期。")
        return
    rule = _closing(track)
    row = st.container(horizontal=True, vertical_alignment="center", key="eligibility-day-why", gap="small")
    row.caption(plain(f"没有填申报日期：按通知建议的最后一个稳妥申报日 {assumed} 判定。"), width="content")
    if rule and row.button("看截止日的原文", key="eligibility-day-source", type="tertiary", icon=":material/article:"):
        open_source(rule.citation)


def _closing(track: Track) -> Rule | None:
    rules: Mapping[str, Rule] = {rule.id: rule for rule in track.rules}
    return rules.get(track.timeliness.rule)
