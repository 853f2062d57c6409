/* How Brightpearl writes decimals, points in time and sets of ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written apart from the application's own readers on purpose: a mistake there
 * must not be repeated here, or no test would see it.
 */
#pragma once

#include "bright-json.h"

G_BEGIN_DECLS

/* A decimal times 10,000. */
typedef gint64 PracticeDecimal;

#define PRACTICE_DECIMAL_SCALE 4
#define PRACTICE_DECIMAL_UNIT (G_GINT64_CONSTANT (10000))
#define PRACTICE_RATE_SCALE 6
#define PRACTICE_RATE_UNIT (G_GINT64_CONSTANT (1000000))

/* One part of an id set; first <= last. */
typedef struct
{
  gint64 first;
  gint64 last;
} PracticeRange;

/* Reads a decimal, a string or a number, as a multiple of 10^-@scale; FALSE if it has more
 * decimals. */
gboolean practice_decimal_read (JsonNode *node, guint scale, gint64 *value);
/* (transfer full): with at least @least decimals, and more, up to @scale, where they count. */
char *practice_decimal_text (gint64 value, guint scale, guint least);
/* @value × @numerator ÷ @denominator, rounded half away from zero. */
gint64 practice_decimal_scale (gint64 value, gint64 numerator, gint64 denominator);

/* Reads a full ISO 8601 time, or a bare date as its first second in @zone; the former may lack a
 * zone, which then is UTC. */
gboolean practice_time_read (const char *text, GTimeZone *zone, gint64 *seconds);
gboolean practice_time_is_date (const char *text);
/* (transfer full): with the offset of @zone: 2026-11-02T10:39:46.000+00:00. */
char *practice_time_text (gint64 seconds, GTimeZone *zone);

/* (transfer full) (nullable) (element-type PracticeRange): `5`, `1-9`, `1,2,7-8`; NULL if
 * malformed. */
GArray *practice_id_set_read (const char *text);
gboolean practice_id_set_contains (const GArray *set, gint64 id);
/* How many ids the set names. */
guint64 practice_id_set_size (const GArray *set);
/* (transfer full): ascending ids in as few parts as possible. */
char *practice_id_set_text (const gint64 *ids, gsize n_ids);

/* (transfer full): JSON text with = < > & and ' written as Brightpearl writes them. */
char *practice_escape_json (const char *text);

/* Setters that leave a member out where there is nothing to say. */
void practice_set_text (JsonObject *object, const char *name, const char *text);
void practice_set_id (JsonObject *object, const char *name, gint64 id);
void practice_set_time (JsonObject *object, const char *name, gint64 seconds, GTimeZone *zone);
/* Sets a decimal as text with at least @least decimals. */
void practice_set_decimal (JsonObject *object,
                           const char *name,
                           PracticeDecimal value,
                           guint least);
/* (transfer full): nodes that own what they are given. */
JsonNode *practice_object_node (JsonObject *object);
JsonNode *practice_array_node (JsonArray *array);
/* (transfer full): parsed from @text, which is known to be JSON. */
JsonNode *practice_literal_node (const char *text);

G_END_DECLS
