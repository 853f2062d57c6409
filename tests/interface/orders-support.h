/* What the tests of the page Orders share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-order-list.h"
#include "bright-window.h"
#include "interface.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @practice: a practice store
 * @profile: a profile for it
 * @window: its window
 * @page: the page Orders, which can be seen
 * @missing: an order with a product that is not in Brightpearl
 *
 * The page Orders of a profile.
 */
typedef struct
{
  Practice *practice;
  Profile *profile;
  BrightWindow *window;
  GtkWidget *page;
  gint64 missing;
} Fixture;

/* Opens the window of a profile that was never synced, with so many settings otherwise. */
void orders_open_window (Fixture *fixture, gconstpointer settings);
/* The same, synced. */
void orders_set_up (Fixture *fixture, gconstpointer settings);
void orders_tear_down (Fixture *fixture, gconstpointer unused);

/* Waits until a widget of a class with a text is in the page, and gives it. */
GtkWidget *orders_wait_for (Fixture *fixture, GType type, const char *text);
void orders_wait_until_gone (Fixture *fixture, GType type, const char *text);
/* Waits until the list has so many rows. */
void orders_wait_for_rows (Fixture *fixture, guint n_items);

/* The list's model; the list must be seen. */
BrightOrderModel *orders_get_model (Fixture *fixture);
GtkWidget *orders_get_pane (Fixture *fixture);
/* Opens an order and waits until it is there. */
void orders_show_order (Fixture *fixture, gint64 number);
/* The first order of a kind in the store that waits for fulfilment. */
gint64 orders_find_order (Fixture *fixture, const char *kind);

G_END_DECLS
