#include "readers/plain_text/code_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/unicode.h"
#include "base/word_table.h"

namespace garland::plain {

namespace {

constexpr auto kCodeWords = std::to_array<std::string_view>(
    {"#define", "#endif",    "#if",       "#ifdef",   "#include", "@Override", "BEGIN",
     "CREATE",  "DELETE",    "FROM",      "INSERT",   "JOIN",     "SELECT",    "UPDATE",
     "WHERE",   "async",     "auto",      "await",    "bool",     "break",     "case",
     "catch",   "char",      "class",     "const",    "continue", "def",       "double",
     "elif",    "else",      "enum",      "export",   "extern",   "fn",        "for",
     "foreach", "from",      "func",      "function", "if",       "impl",      "import",
     "include", "int",       "interface", "let",      "loop",     "match",     "mod",
     "module",  "mut",       "namespace", "new",      "package",  "print",     "println",
     "private", "protected", "pub",       "public",   "raise",    "return",    "self",
     "static",  "struct",    "switch",    "template", "throw",    "trait",     "try",
     "type",    "typedef",   "unsafe",    "use",      "using",    "var",       "void",
     "while",   "with",      "yield"});

constexpr auto kCommands = std::to_array<std::string_view>(
    {"apk",    "apt",       "apt-get", "awk",    "bash",  "brew", "bundle", "cargo",     "cat",
     "cd",     "chmod",     "chown",   "cmake",  "conda", "cp",   "curl",   "dnf",       "docker",
     "dotnet", "echo",      "export",  "find",   "gcc",   "gem",  "git",    "go",        "gradle",
     "grep",   "gunzip",    "head",    "helm",   "ip",    "java", "javac",  "julia",     "kubectl",
     "ln",     "ls",        "make",    "mkdir",  "mv",    "mvn",  "nano",   "node",      "npm",
     "npx",    "pacman",    "perl",    "php",    "ping",  "pip",  "pip3",   "pnpm",      "psql",
     "python", "python3",   "rm",      "rmdir",  "rsync", "ruby", "rustc",  "rustup",    "scp",
     "sed",    "sh",        "snap",    "source", "ssh",   "sudo", "svn",    "systemctl", "tail",
     "tar",    "terraform", "touch",   "unzip",  "vim",   "wget", "yarn",   "yum",       "zypper"});

struct Label {
  std::string_view name;      // folded
  std::string_view language;  // empty where the label names none
};

constexpr auto kLabels = std::to_array<Label>({
    {"bash", "bash"},
    {"c", "c"},
    {"c#", "csharp"},
    {"c++", "cpp"},
    {"code", ""},
    {"console", "console"},
    {"copy", ""},
    {"copy code", ""},
    {"copy to clipboard", ""},
    {"css", "css"},
    {"diff", "diff"},
    {"error", ""},
    {"go", "go"},
    {"haskell", "haskell"},
    {"html", "html"},
    {"ini", "ini"},
    {"input", ""},
    {"java", "java"},
    {"javascript", "javascript"},
    {"js", "javascript"},
    {"json", "json"},
    {"julia", "julia"},
    {"kotlin", "kotlin"},
    {"latex", "latex"},
    {"markdown", "markdown"},
    {"matlab", "matlab"},
    {"output", ""},
    {"perl", "perl"},
    {"php", "php"},
    {"plain text", ""},
    {"plaintext", ""},
    {"powershell", "powershell"},
    {"python", "python"},
    {"r", "r"},
    {"ruby", "ruby"},
    {"rust", "rust"},
    {"scala", "scala"},
    {"sh", "sh"},
    {"shell", "sh"},
    {"sql", "sql"},
    {"swift", "swift"},
    {"terminal", "console"},
    {"toml", "toml"},
    {"ts", "typescript"},
    {"typescript", "typescript"},
    {"warning", ""},
    {"xml", "xml"},
    {"yaml", "yaml"},
});

template <std::size_t N>
WordTable<bool> table_of(const std::array<std::string_view, N>& words) {
  WordTable<bool> table;
  for (const std::string_view word : words) table[word] = true;
  return table;
}

}  // namespace

bool is_code_word(std::string_view word) {
  while (!word.empty() && (word.back() == ':' || word.back() == '(' || word.back() == '{')) {
    word.remove_suffix(1);
  }
  static const WordTable<bool> kTable = table_of(kCodeWords);
  return kTable.find(word) != nullptr;
}

bool is_command(std::string_view word) {
  static const WordTable<bool> kTable = table_of(kCommands);
  return kTable.find(word) != nullptr;
}

std::string_view labelled_language(std::string_view text, bool& is_label) {
  is_label = false;
  if (text.size() > 20) return {};
  const std::string wanted = fold_case(text);
  const auto found = std::find_if(kLabels.begin(), kLabels.end(),
                                  [&wanted](const Label& label) { return label.name == wanted; });
  if (found == kLabels.end()) return {};
  is_label = true;
  return found->language;
}

}  // namespace garland::plain
