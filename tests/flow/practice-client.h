/* A client of the practice store, for tests of the program itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts the program that PRACTICE_PROGRAM names and talks to it over HTTP.
 */
#pragma once

#include "bright-json.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The two sides of the program: the API, and the control for tests. */
extern char *client_api;
extern char *client_control;

/* The last answer. */
extern guint client_status;
extern gsize client_length;
extern char *client_content_type;
extern JsonNode *client_answer;

/* Starts the program and waits for its first line. */
void client_start (void);
void client_stop (void);
void client_call (const char *method, const char *base, const char *path, const char *body);
/* As client_call(), with a path that has numbers in it. */
void
client_call_format (const char *method, const char *base, const char *format, const char *body, ...)
    G_GNUC_PRINTF (3, 5);
void client_get (const char *path);
/* How many elements the array at @path of the answer has, and one of them. */
guint client_n_rows (const char *path);
JsonNode *client_row (const char *path, guint index);
BrightMoney client_money (JsonNode *node, const char *path);
/* The first order of a kind. */
gint64 client_find_kind (const char *kind);

G_END_DECLS
