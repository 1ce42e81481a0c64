// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace newsline {

/// From now on SIGINT and SIGTERM are only noted, once each; the same again ends the program at once, which
/// harms no index. A signal that the program was started to ignore stays ignored.
void note_stop_signals();

/// The signal that was noted; 0 if none.
[[nodiscard]] int stop_signal() noexcept;

}  // namespace newsline
