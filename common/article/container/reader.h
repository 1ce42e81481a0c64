// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <variant>

#include "common/article/container/archive_members.h"
#include "common/article/reader.h"

namespace newsline {

/// Opens what lies in an input with the reader that fits it.
using OpenInput = std::variant<std::unique_ptr<Reader>, Rejection> (*)(Input input,
                                                                       const ReadContext& context);

/// Reads the files in a tar, zip or 7z, each as if it lay in a folder: hidden and backup files are passed
/// over, containers are opened within containers up to kMostNested deep. A member goes by `path!member`,
/// which is the id of its article where that names itself by nothing else, and the place of its rejections; a
/// name that climbs out of the container (`../x`) is but a name. Encrypted members are rejected. A damaged
/// member or end of the container is a rejection; what stands before it is read. Throws Error{data} where the
/// container cannot be opened.
[[nodiscard]] std::unique_ptr<Reader> container_reader(Input input, ContainerKind kind, ReadContext context,
                                                       OpenInput open);

}  // namespace newsline
