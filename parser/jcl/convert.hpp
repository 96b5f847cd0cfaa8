// parser/jcl/convert.hpp - the statements of a job to its steps, as the converter does it: symbols, procedures, IF.
#pragma once

#include "parser/jcl/jcl.hpp"
#include "parser/jcl/stream.hpp"

namespace ringside::parser {

Job convert_job(const JclText& text, const JclEnvironment& environment);

}  // namespace ringside::parser
