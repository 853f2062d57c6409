/* Changes of a map as it stands in the settings file: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members of a row that have no meaning here stay as they are.
 */
#pragma once

#include "bright-settings-specs.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Each takes a map and returns it changed. */
JsonNode *
bright_map_add (JsonNode *map, const BrightMapSpec *spec, const char *left, const char *right);
JsonNode *bright_map_replace (JsonNode *map,
                              const BrightMapSpec *spec,
                              guint index,
                              const char *left,
                              const char *right);
JsonNode *bright_map_remove (JsonNode *map, guint index);

G_END_DECLS
