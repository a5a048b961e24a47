// The commands of the program, one file each. They take resolved arguments, print, and give the
// exit status. Only this folder prints.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace garland {

// The contract with scripts (README, "Exit status").
enum ExitStatus : int {
  kFine = 0,
  kBuiltWithErrors = 1,  // or, under --strict, with any warning
  kWrongUsage = 2,
  kNothingBuilt = 3
};

struct BuildArguments {
  std::filesystem::path folder = ".";
  std::filesystem::path output_folder = "out";
  bool wants_epub = false;  // neither: both
  bool wants_pdf = false;
  std::string style;
  unsigned jobs = 0;
  bool is_strict = false;
  bool wants_json = false;
  bool is_quiet = false;
};

struct InspectArguments {
  std::filesystem::path file;
  std::string format = "outline";  // one of inspect_formats()
  std::string reader;              // name of a reader; empty: by content
  std::string stage;               // one of inspect_stages(); empty: the one that suits the format
};

struct InitArguments {
  std::filesystem::path folder = ".";
  bool wants_schema = false;
  bool is_forced = false;  // add to an anthology.yaml that is there
};

struct StylesArguments {
  bool wants_properties = false;
};

int run_build(const BuildArguments& arguments);
// As build, but writes nothing.
int run_check(const BuildArguments& arguments);
// Says where the packet's pages go and what would save some; writes nothing.
int run_budget(const BuildArguments& arguments);
// The names of the forms in which inspect prints a tree.
std::vector<std::string> inspect_formats();
// The stages of its way at which inspect can show a tree.
std::vector<std::string> inspect_stages();
int run_inspect(const InspectArguments& arguments);
int run_init(const InitArguments& arguments);
// Builds, then builds again on every change, until interrupted.
int run_watch(const BuildArguments& arguments);
int run_styles(const StylesArguments& arguments);
int run_fonts();

// Parses the command line and runs the command it names.
int run_command_line(int count, char** words);

}  // namespace garland
