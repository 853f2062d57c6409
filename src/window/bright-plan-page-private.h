/* What the files of the page Plan share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "bright-adaptive-bin.h"
#include "bright-plan-group.h"
#include "bright-plan-page.h"

G_BEGIN_DECLS

struct _BrightPlanPage
{
  AdwBin parent_instance;

  BrightAdaptiveBin *adaptive;
  GtkLabel *sentence;
  GtkBox *toolbar;
  GtkDropDown *filter;
  GtkWidget *make;
  GtkButton *approve;
  GtkWidget *choose_mode;
  GtkWidget *sync;
  GtkStack *content;
  AdwStatusPage *empty;
  GtkListView *list;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  GPtrArray *plan;            /* (owned): what is shown */
  GListStore *items;          /* (owned): of BrightPlanItem */
  GPtrArray *pending;         /* (owned) (nullable): items that come into it next */
  guint place;                /* where they come */
  guint fill;
  gboolean is_stale; /* what is shown is not the plan's, as nobody sees it */
  GStrv flows;       /* (owned): what the filter offers after the entry for all */
  gboolean is_known; /* whether a run said what there is to write */
  gboolean can_approve;
  GtkWindow *question; /* (unowned) (nullable): that is being asked; goes with the window */
};

/* The flow that the filter shows, or NULL for all. */
const char *bright_plan_page_get_flow (BrightPlanPage *self);

/* Shows the plan's items, or remembers to when somebody sees them: bright-plan-fill.c */
void bright_plan_page_fill (BrightPlanPage *self);
void bright_plan_page_stop_filling (BrightPlanPage *self);

/* Approval: bright-plan-approve.c */
void bright_plan_page_approve (BrightPlanPage *self, const BrightApproval *approval);
/* Asks first, with numbers. */
void bright_plan_page_ask (BrightPlanPage *self, const BrightApproval *approval);

G_END_DECLS
