/* Points in time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inside the program a point in time is a count of seconds since 1970 in UTC,
 * with 0 for "none". The platforms write it in several ways; all of them are
 * read here, without looking at the locale.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bright_time_parse:
 * @text: ISO 8601 (`2026-11-11T09:30:12Z`, with offset, with fractions, or a
 *   bare date) or RFC 2822 (`Wed, 11 Nov 2026 09:30:12 +0000`); text without a
 *   zone is read as UTC; the empty string is "none"
 * @seconds: (out): seconds since 1970, UTC
 * @error: return location
 *
 * Returns: %FALSE with %BRIGHT_ERROR_BAD_ANSWER if @text is no point in time
 */
gboolean bright_time_parse (const char *text, gint64 *seconds, GError **error);

/**
 * bright_time_format:
 * @seconds: seconds since 1970, UTC
 *
 * Returns: (transfer full): `2026-11-11T09:30:12Z`
 */
char *bright_time_format (gint64 seconds);

/**
 * bright_time_format_date:
 * @seconds: seconds since 1970, UTC
 * @zone: (nullable): the zone whose calendar counts; UTC if %NULL
 *
 * Returns: (transfer full): `2026-11-11`
 */
char *bright_time_format_date (gint64 seconds, GTimeZone *zone);

G_END_DECLS
