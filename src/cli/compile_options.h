// From the words of the command line to what the compiler takes.
#pragma once

#include "base/result.h"
#include "cli/commands.h"
#include "cli/installation.h"
#include "compiler/compiler.h"

namespace garland {

// Requires a folder that is there. Reads SOURCE_DATE_EPOCH.
CompileOptions compile_options(const BuildArguments& arguments, const Installation& installation);

// A style that the command line names must be there. Errors: it is not.
Status check_style(const BuildArguments& arguments, const Installation& installation);

}  // namespace garland
