/* What the files of the application's life share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-life.h"
#include "bright-machine.h"
#include "bright-notifier.h"
#include "bright-tray.h"

G_BEGIN_DECLS

struct _BrightLife
{
  GObject parent_instance;

  GtkApplication *application; /* (unowned) */
  BrightLifeStart start;
  gboolean is_demo;
  gboolean is_opening;          /* the profile */
  GSettings *settings;          /* (owned) (nullable) */
  BrightBackground *background; /* (owned) */
  BrightSyncService *service;   /* (owned) (nullable) until the profile opens */
  BrightTray *tray;             /* (owned) (nullable) */
  BrightNotifier *notifier;     /* (owned) (nullable) */
  BrightMachine *machine;       /* (owned) (nullable) */
  GtkWindow *question;          /* (unowned) (nullable): the dialog that asks */
  char *pending_action;         /* (owned) (nullable): to be done once the profile is open */
  GVariant *pending_parameter;  /* (owned) (nullable) */
  guint update;                 /* the status is shown soon */
  gboolean is_holding;
};

/* Adds the application's actions: bright-life-actions.c */
void bright_life_add_actions (BrightLife *self);

/* Does what was asked for before the profile was open. */
void bright_life_do_pending (BrightLife *self);

/* Whether there is, or will be, something to sync. */
gboolean bright_life_has_work (BrightLife *self);

/* The application's window, or NULL. */
GtkWindow *bright_life_find_window (BrightLife *self);

/* Watches a window for being closed: bright-life-window.c */
void bright_life_watch_window (BrightLife *self, GtkWindow *window);

G_END_DECLS
