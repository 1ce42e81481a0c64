// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace newsline {

/// Lets a disk that fails end the program with a sentence instead of a core: tables of an index are read as
/// memory, and where the disk does not give what lies there, the system sends SIGBUS. `end` then ends the
/// process, by calls that are safe in a handler. For the whole process, from here on; `program` must live as
/// long.
void tell_before_bus_error(const char* program, void (*end)());

}  // namespace newsline
