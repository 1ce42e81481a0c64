// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace newsline {

/// Lets a failure that a library cannot report end the program with a sentence and an exit code of the table
/// instead of a core: Xapian 1.4.22 calls std::terminate() where some blocks cannot be written. What was
/// committed is as safe as after any other end of the process. For the whole process, from here on.
void tell_before_terminating();

}  // namespace newsline
