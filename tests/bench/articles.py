"""Makes folders of articles for the benchmark: deterministic, of our own words.

Each article has some 1,500 words in five sections, a list, a block quotation, two links, four notes and
a small table, as Markdown with front matter. The same number gives the same bytes on every machine.
"""
import pathlib

WORDS = """
    water stone river garden morning letter window silence road winter bread harbour field paper voice
    shadow bridge market teacher orchard lantern corner island weather kitchen journey mirror forest
    question answer memory season village railway station notebook clock sparrow meadow copper thread
    ledger pocket ladder candle violin harvest compass feather gravel ribbon valley anchor basket
    carries opens follows remembers crosses answers gathers leaves returns listens measures repairs
    borrows paints counts mends whispers climbs settles wanders begins ends turns holds breaks keeps
    quiet narrow bright distant careful ordinary patient broken silver early slow hidden steady open
    crooked gentle heavy empty familiar sudden late plain honest curious northern forgotten
    and but while because although since until before after where when through across under beyond
    beside between against without the a this that every another some no one its their our
""".split()
FUNCTION_WORDS = "the a of in and to that with for on was it as by from at which this an not".split()
NAMES = "Ada Ilse Tomas Nell Petra Jonah Edda Yusuf Mira Osei Harker Lindqvist Reuel Corrigan Holm".split()


class Random:
    """A linear congruential generator (Knuth's MMIX constants): the same on every machine."""

    def __init__(self, seed: int):
        self.state = seed * 2862933555777941757 + 3037000493 & (1 << 64) - 1

    def below(self, limit: int) -> int:
        self.state = self.state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.below(len(items))]


def sentence(random: Random, length: int) -> str:
    words = [random.choice(FUNCTION_WORDS if i % 2 else WORDS) for i in range(length)]
    if length > 12:
        words[length // 2] += ","
    return " ".join(words).capitalize() + "."


def paragraph(random: Random, words: int) -> str:
    sentences = []
    while words > 0:
        length = 8 + random.below(14)
        sentences.append(sentence(random, length))
        words -= length
    return " ".join(sentences)


def title(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(3)).title()


def section(random: Random, number: int) -> list[str]:
    parts = [f"## {title(random)}", paragraph(random, 95)]
    if number < 4:
        parts[-1] += f"[^{number + 1}]"
    parts.append(paragraph(random, 75).replace(" the ", " *the* ", 1))
    if number == 0:
        parts.append("\n".join(f"- {sentence(random, 9)}" for _ in range(5)))
    if number == 1:
        parts.append("> " + paragraph(random, 40))
    if number == 2:
        rows = [f"| {random.choice(WORDS)} | {random.below(900)} | {random.choice(WORDS)} |" for _ in range(4)]
        parts.append("\n".join(["| Thing | Count | Remark |", "|:--|--:|:--|", *rows]))
    if number == 3:
        parts.append(f"See [{title(random)}](https://example.org/{random.below(10**6)}) and "
                     f"[the list](https://example.org/list/{random.below(10**6)}). " + sentence(random, 15))
    parts.append(paragraph(random, 45))
    return parts


def article(number: int) -> str:
    random = Random(number + 1)
    head = ["---", f'title: "{title(random)} {number + 1}"',
            f"author: {random.choice(NAMES)} {random.choice(NAMES)}",
            f"date: 20{10 + random.below(15)}-0{1 + random.below(9)}-1{random.below(9)}",
            "publication: The Bench Review", f"url: https://example.org/articles/{number}", "---"]
    parts = [paragraph(random, 60)]
    for i in range(5):
        parts += section(random, i)
    parts += [f"[^{i}]: {sentence(random, 14)}" for i in range(1, 5)]
    return "\n".join(head) + "\n\n" + "\n\n".join(parts) + "\n"


def write_articles(folder: pathlib.Path, count: int) -> int:
    """Fills a folder with that many articles; gives the number of bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for number in range(count):
        text = article(number).encode()
        (folder / f"article-{number + 1:05}.md").write_bytes(text)
        total += len(text)
    return total
