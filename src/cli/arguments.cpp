#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <string_view>

#include "cli/commands.h"
#include "cli/console.h"

namespace garland {
namespace {

constexpr unsigned kMaxJobs = 256;

// What every command takes that reads a whole folder.
void add_folder_options(CLI::App& command, BuildArguments& arguments) {
  command.add_option("FOLDER", arguments.folder, "the folder of articles")->capture_default_str();
  command.add_option("--style", arguments.style, "a name from `garland styles`, or a path");
  command.add_option("-j,--jobs", arguments.jobs, "threads; 0: one a core")
      ->check(CLI::Range(0U, kMaxJobs));
  command.add_flag("--json", arguments.wants_json, "print one machine-readable report");
  command.add_flag("-q,--quiet", arguments.is_quiet, "print warnings and errors alone");
}

void add_build_options(CLI::App& command, BuildArguments& arguments) {
  add_folder_options(command, arguments);
  command.add_flag("--epub", arguments.wants_epub, "make the e-book (with --pdf: both)");
  command.add_flag("--pdf", arguments.wants_pdf, "make the reader packet");
  command.add_flag("--strict", arguments.is_strict, "a warning is a failure");
}

void add_output_option(CLI::App& command, BuildArguments& arguments) {
  command.add_option("-o,--output", arguments.output_folder, "where the books go")
      ->capture_default_str();
}

// The chosen command is remembered here and run when all arguments are read.
struct CommandLine {
  BuildArguments build;
  InspectArguments inspect;
  InitArguments init;
  StylesArguments styles;
};

void add_inspect(CLI::App& app, InspectArguments& arguments) {
  CLI::App* command = app.add_subcommand("inspect", "show how one source is understood");
  command->add_option("FILE", arguments.file, "a source")->required();
  command->add_option("--format", arguments.format, "how to print the tree")
      ->check(CLI::IsMember(inspect_formats()))
      ->capture_default_str();
  command->add_option("--reader", arguments.reader, "read as this format, whatever it looks like");
  command
      ->add_option("--stage", arguments.stage,
                   "the tree as it was read, or as the book takes it (html: read; otherwise: book)")
      ->check(CLI::IsMember(inspect_stages()));
}

void add_init(CLI::App& app, InitArguments& arguments) {
  CLI::App* command = app.add_subcommand("init", "write anthology.yaml from the sources found");
  command->add_option("FOLDER", arguments.folder, "the folder of articles")->capture_default_str();
  command->add_flag("--schema", arguments.wants_schema, "print the description's JSON Schema");
  command->add_flag("--force", arguments.is_forced,
                    "add to a description that is there what it does not list");
}

// Asked before the words are understood: a caller that reads JSON gets some in any case.
bool asks_for_json(int count, char** words) {
  return std::any_of(words + std::min(count, 1), words + count,
                     [](const char* word) { return std::string_view(word) == "--json"; });
}

int run_chosen(const CLI::App& app, const CommandLine& line) {
  if (app.got_subcommand("build")) return run_build(line.build);
  if (app.got_subcommand("check")) return run_check(line.build);
  if (app.got_subcommand("budget")) return run_budget(line.build);
  if (app.got_subcommand("inspect")) return run_inspect(line.inspect);
  if (app.got_subcommand("init")) return run_init(line.init);
  if (app.got_subcommand("watch")) return run_watch(line.build);
  if (app.got_subcommand("styles")) return run_styles(line.styles);
  return run_fonts();
}

}  // namespace

int run_command_line(int count, char** words) {
  CLI::App app("Garland makes one e-book and one reader packet of a folder of articles.",
               "garland");
  app.set_version_flag("--version", "garland " GARLAND_VERSION);
  app.require_subcommand(1);
  CommandLine line;
  CLI::App* build = app.add_subcommand("build", "make the books");
  add_build_options(*build, line.build);
  add_output_option(*build, line.build);
  add_build_options(*app.add_subcommand("check", "report what build would complain about"),
                    line.build);
  add_folder_options(
      *app.add_subcommand("budget", "count the packet's pages, and those of other settings"),
      line.build);
  add_inspect(app, line.inspect);
  add_init(app, line.init);
  CLI::App* watch = app.add_subcommand("watch", "make the books again on every change");
  add_build_options(*watch, line.build);
  add_output_option(*watch, line.build);
  app.add_subcommand("styles", "list the styles that are installed")
      ->add_flag("--properties", line.styles.wants_properties,
                 "print a theme file with every property at its default");
  app.add_subcommand("fonts", "list the font families and their files");
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error), kFine;  // --help, --version
    if (!asks_for_json(count, words)) return app.exit(error), kWrongUsage;
    return print_fatal({error.what(), "see garland --help", {}}, Report::Json), kWrongUsage;
  }
  try {
    return run_chosen(app, line);
  } catch (const std::exception& exception) {
    // Out of memory, or a fault of ours: say so in the form that was asked for.
    const Report report = asks_for_json(count, words) ? Report::Json : Report::Text;
    return print_fatal({exception.what(), "", {}}, report), kNothingBuilt;
  }
}

}  // namespace garland
