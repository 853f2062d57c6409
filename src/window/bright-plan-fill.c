/* The page Plan: filling its list, a little in each turn of the main loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list makes some 200 rows at once, however few are on the screen, so the first
 * ones come by and by. What stays between two plans keeps its rows and its place.
 */
#include "bright-plan-item.h"
#include "bright-plan-page-private.h"

#include <string.h>

/* Rows that are made in one turn, and how many a list makes at all. */
#define ROWS_IN_A_TURN 8
#define ROWS_MADE 240

static GPtrArray *
make_items (BrightPlanPage *self)
{
  g_autoptr (GPtrArray) groups = bright_plan_group (self->plan, bright_plan_page_get_flow (self));
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      const BrightPlanGroup *group = g_ptr_array_index (groups, i);
      guint n_steps = group->steps->len;

      g_ptr_array_add (items, bright_plan_item_new (self->plan, group->subject, n_steps, NULL));
      for (guint j = 0; j < n_steps; j++)
        g_ptr_array_add (items, bright_plan_item_new (self->plan, group->subject, n_steps,
                                                      g_ptr_array_index (group->steps, j)));
    }
  return items;
}

static gboolean
is_same_step (const BrightStep *a, const BrightStep *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return strcmp (a->kind, b->kind) == 0 && strcmp (a->key, b->key) == 0
         && strcmp (a->flow, b->flow) == 0 && strcmp (a->verb, b->verb) == 0
         && strcmp (a->platform, b->platform) == 0 && strcmp (a->summary, b->summary) == 0
         && strcmp (a->before, b->before) == 0 && strcmp (a->after, b->after) == 0;
}

/* Whether the row at @index of the list shows the same as @item. */
static gboolean
is_same (BrightPlanPage *self, guint index, BrightPlanItem *item)
{
  g_autoptr (BrightPlanItem) shown = g_list_model_get_item (G_LIST_MODEL (self->items), index);

  return strcmp (bright_plan_item_get_subject (shown), bright_plan_item_get_subject (item)) == 0
         && bright_plan_item_get_n_steps (shown) == bright_plan_item_get_n_steps (item)
         && is_same_step (bright_plan_item_get_step (shown), bright_plan_item_get_step (item));
}

/* Takes the next @count pending rows into the list. */
static void
insert (BrightPlanPage *self, guint count)
{
  g_list_store_splice (self->items, self->place, 0, self->pending->pdata, count);
  g_ptr_array_remove_range (self->pending, 0, count);
  self->place += count;
}

static gboolean
fill_cb (gpointer user_data)
{
  BrightPlanPage *self = user_data;
  guint count
      = self->place < ROWS_MADE ? MIN (ROWS_IN_A_TURN, self->pending->len) : self->pending->len;

  insert (self, count);
  if (self->pending->len > 0)
    return G_SOURCE_CONTINUE;
  self->fill = 0;
  return G_SOURCE_REMOVE;
}

/* Leaves what is the same at both ends, takes the rest out, and tells what comes instead. */
static void
replace (BrightPlanPage *self, GPtrArray *items)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint least = MIN (shown, items->len);
  guint first = 0;
  guint last = 0;

  while (first < least && is_same (self, first, g_ptr_array_index (items, first)))
    first++;
  while (last < least - first
         && is_same (self, shown - 1 - last, g_ptr_array_index (items, items->len - 1 - last)))
    last++;
  g_list_store_splice (self->items, first, shown - first - last, NULL, 0);
  g_ptr_array_remove_range (items, items->len - last, last);
  g_ptr_array_remove_range (items, 0, first);
  self->place = first;
}

void
bright_plan_page_fill (BrightPlanPage *self)
{
  bright_plan_page_stop_filling (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  self->pending = make_items (self);
  replace (self, self->pending);
  if (self->pending->len > 0)
    self->fill = g_idle_add (fill_cb, self);
}

void
bright_plan_page_stop_filling (BrightPlanPage *self)
{
  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
}
