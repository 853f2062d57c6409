/* What the files of the window share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-adaptive-bin.h"
#include "bright-condition-bar.h"
#include "bright-home-page.h"
#include "bright-orders-page.h"
#include "bright-plan-page.h"
#include "bright-settings-page.h"
#include "bright-window.h"
#include "bright-work-bar.h"

G_BEGIN_DECLS

struct _BrightWindow
{
  AdwApplicationWindow parent_instance;

  BrightAdaptiveBin *adaptive;
  AdwHeaderBar *header;
  GtkStack *title;
  AdwViewSwitcherBar *switcher_bar;
  GtkButton *sync_button;
  BrightConditionBar *condition_bar;
  BrightWorkBar *work_bar;
  GtkStack *content;
  AdwStatusPage *nothing;
  AdwViewStack *views;
  AdwViewStackPage *plan_view;
  AdwViewStackPage *orders_view;
  BrightHomePage *home;
  BrightPlanPage *plan;
  BrightOrdersPage *orders;
  BrightSettingsPage *settings;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  GSettings *state;           /* (owned) (nullable) where its schema is not installed */
  gboolean is_demo;
  guint tick;
};

/* The actions of the window: bright-window-actions.c */
void bright_window_install_actions (GtkWidgetClass *widget_class);
/* Nothing can be done before the profile is open. */
void bright_window_enable_actions (BrightWindow *self, gboolean is_open);
/* While a sync is under way no other can be started. */
void bright_window_enable_sync (BrightWindow *self, gboolean is_working);
/* What can be resumed must be paused. */
void bright_window_enable_resume (BrightWindow *self, gboolean is_paused);

/* Where the window stood, remembered: bright-window-state.c */
GSettings *bright_window_state_open (void);
void bright_window_state_restore (BrightWindow *self);
void bright_window_state_restore_page (BrightWindow *self);
void bright_window_state_save (BrightWindow *self);

G_END_DECLS
