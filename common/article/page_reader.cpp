// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page_reader.h"
