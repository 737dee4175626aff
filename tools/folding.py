"""Make ``hooks/verbatim/text/tables/folding.txt``: characters that readers type for one another, one class a line.

    pip install opencc==1.4.2 && python tools/folding.py

A line is a class; its first character stands for all of it.  Classes come from OpenCC's character tables (Apache-2.0, the
licence lies beside the table): a character, its Simplified form, and its forms in Taiwan and Hong Kong.
``BESIDES`` are pairs that OpenCC keeps apart but that stand for one another in search.
"""

from pathlib import Path

import opencc

TABLE = Path(__file__).parents[1] / "hooks" / "verbatim" / "text" / "tables" / "folding.txt"
RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))
SIMPLIFY = ("t2s", "tw2s", "hk2s")
VARIANTS = ("tw2t", "hk2t", "t2tw", "t2hk")
BESIDES = (
    "碱堿", "碱鹸", "碱硷", "碱礆",  # alkali: OpenCC knows 鹼 only
    "着著",  # OpenCC has the pair among Taiwan's variants only
    "账帐",  # account: two words in the standards, one in use
    "杆竿",  # pole: 標桿, 標竿 and 标杆 are one word
    "链鍊",  # chain: OpenCC takes 鍊 for 炼 only
    "划画",  # plan: 計劃 and 計畫 are one word
)  # fmt: skip


def classes() -> list[str]:
    """Every class of two or more characters, ordered by the character that stands for it."""
    characters = [chr(code) for first, last in RANGES for code in range(first, last + 1)]
    simplify = [opencc.OpenCC(name) for name in SIMPLIFY]
    variants = [opencc.OpenCC(name) for name in VARIANTS]
    above: dict[str, str] = {}

    def root(one: str) -> str:
        while one in above:
            one = above[one]
        return one

    def join(one: str, other: str) -> None:
        if len(other) == 1 and root(one) != root(other):
            above[root(one)] = root(other)

    for one in characters:
        for table in (*variants, *simplify):
            join(one, table.convert(one))
    for pair in BESIDES:
        join(pair[1], pair[0])
    found: dict[str, list[str]] = {}
    for one in characters:
        found.setdefault(root(one), []).append(one)
    # a head outside the ranges (OpenCC knows some beyond U+FFFF, two units long in a browser) leaves its place to the first member
    heads = {head: head if head in members else members[0] for head, members in found.items()}
    return sorted(
        "".join([heads[root], *(one for one in members if one != heads[root])]) for root, members in found.items() if len(members) > 1
    )


if __name__ == "__main__":
    TABLE.write_text("".join(f"{line}\n" for line in classes()), "utf-8")
    print(f"{TABLE}: {len(classes())} classes")
