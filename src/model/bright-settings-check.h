/* Which texts a setting accepts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the settings.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A URL that is private on the wire: https, or http to this machine. */
gboolean bright_settings_check_url (const char *text);
/* Letters, digits, - and _: goes into the path of a URL. May be empty. */
gboolean bright_settings_check_account (const char *text);
/* Printable characters of ASCII without spaces: goes into a header. May be empty. */
gboolean bright_settings_check_reference (const char *text);
/* The code of a custom field of Brightpearl. May be empty. */
gboolean bright_settings_check_custom_field (const char *text);
/* What identifies a product in Brightpearl. */
gboolean bright_settings_check_product_field (const char *text);
/* A percentage from 0 to 100 as a decimal. */
gboolean bright_settings_check_rate (const char *text);
/* UTF-8 without control characters, of sensible length. */
gboolean bright_settings_check_plain (const char *text);

G_END_DECLS
