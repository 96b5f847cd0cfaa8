// parser/jcl/convert.hpp - the statements of a job to its steps, as the JCL converter of z/OS does it.
#pragma once

#include "parser/jcl/jcl.hpp"
#include "parser/jcl/stream.hpp"

namespace ringside::parser {

/// Resolves symbols, expands procedures and INCLUDE groups, and puts IF around steps. Errors are part of the job.
Job convert_job(const JclText& text, const JclEnvironment& environment);

}  // namespace ringside::parser
