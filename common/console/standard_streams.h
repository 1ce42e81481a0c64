// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace newsline {

/// To be called first by a program: takes the descriptors 0 to 2 where whoever started it has closed them, so
/// that no file that is opened later, such as a table of an index, becomes standard output and is written
/// into. Reading and writing them then fails, as it should. And ignores SIGPIPE, for Output.
void secure_standard_streams();

}  // namespace newsline
