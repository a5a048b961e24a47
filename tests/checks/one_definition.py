#!/usr/bin/env python3
"""Checks that no two types of src/ have one name in one namespace. The linker keeps one of their
destructors and of what templates make of them, and the other type's memory is spoilt (C++20,
basic.def.odr). Types of unnamed namespaces are their file's own. Prints the places of each name;
exit status 1 if any."""
import collections
import pathlib
import re
import sys

NAMESPACE = re.compile(r"namespace(?: ([\w:]+))? \{")
NAMESPACE_END = re.compile(r"\}  // namespace(?: ([\w:]+))?$")
# At the beginning of a line: no member of another type.
TYPE = re.compile(r"(?:struct|class|enum class) (\w+)(?: final)?(?: : .*)? \{")


def types_of(text: str):
    """The types that other files can see, with their namespaces, and their line numbers."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := NAMESPACE.match(line):
            spaces.append(match[1] or "")
        elif NAMESPACE_END.match(line) and spaces:
            spaces.pop()
        elif (match := TYPE.match(line)) and "" not in spaces:
            yield "::".join([*spaces, match[1]]), number


def main() -> int:
    root = pathlib.Path(__file__).resolve().parents[2]
    places = collections.defaultdict(list)
    for file in sorted((root / "src").rglob("*.*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        for name, number in types_of(file.read_text()):
            places[name].append(f"{file.relative_to(root)}:{number}")
    repeated = {name: found for name, found in places.items() if len(found) > 1}
    for name, found in repeated.items():
        print(f"{name}: {', '.join(found)}: one name for two types; rename one")
    return 1 if repeated else 0


if __name__ == "__main__":
    sys.exit(main())
