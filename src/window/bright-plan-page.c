/* The page Plan: what would be written, and the approval of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-plan-page-private.h"

#include "bright-flow-words.h"
#include "bright-plan-item.h"
#include "bright-plan-row.h"
#include "bright-resources.h"
#include "bright-sync-desk.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (BrightPlanPage, bright_plan_page, ADW_TYPE_BIN)

const char *
bright_plan_page_get_flow (BrightPlanPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->filter);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? self->flows[selected - 1] : NULL;
}

static BrightSettingsGroup *
get_schedule (BrightPlanPage *self)
{
  return bright_settings_get_group (bright_sync_service_get_settings (self->service), "schedule");
}

/* What can be done depends on the mode, and on whether a sync is under way. */
static void
show_actions (BrightPlanPage *self)
{
  const BrightApproval all = { NULL, NULL };
  const BrightApproval shown = { bright_plan_page_get_flow (self), NULL };
  g_autofree char *mode = bright_settings_group_dup_text (get_schedule (self), "mode");
  g_autofree char *state = NULL;
  g_autofree char *label = NULL;
  gboolean has_steps = bright_plan_count (self->plan, &all).writes > 0;
  gboolean is_ask = g_strcmp0 (mode, "ask") == 0;
  gboolean is_working;

  g_object_get (self->service, "state", &state, NULL);
  is_working = g_strcmp0 (state, "working") == 0;
  self->can_approve = is_ask && has_steps && !is_working;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.make", !is_working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.approve-shown", self->can_approve);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.approve-subject", self->can_approve);
  gtk_widget_set_visible (GTK_WIDGET (self->adaptive), has_steps);
  gtk_widget_set_visible (GTK_WIDGET (self->approve), is_ask);
  gtk_widget_set_visible (self->choose_mode, g_strcmp0 (mode, "watch") == 0);
  gtk_widget_set_visible (self->sync, g_strcmp0 (mode, "automatic") == 0);
  if (shown.flow == NULL)
    label = g_strdup (_ ("_Approve All…"));
  else
    /* Translators: a flow, e.g. "Shipments" */
    label = g_strdup_printf (_ ("_Approve %s…"), bright_flow_words (shown.flow));
  gtk_button_set_label (self->approve, label);
}

static const char *
get_sentence (const char *mode, guint count)
{
  if (g_strcmp0 (mode, "watch") == 0)
    return ngettext ("%u change would be written. In Watch mode nothing can be approved: choose "
                     "Ask to approve here, or Automatic to have it sent by itself.",
                     "%u changes would be written. In Watch mode nothing can be approved: choose "
                     "Ask to approve here, or Automatic to have them sent by themselves.",
                     count);
  if (g_strcmp0 (mode, "ask") == 0)
    return ngettext ("%u change waits for your approval. Nothing is sent without it.",
                     "%u changes wait for your approval. Nothing is sent without it.", count);
  return ngettext ("%u change will be sent at the next sync.",
                   "%u changes will be sent at the next sync.", count);
}

static void
show_sentence (BrightPlanPage *self)
{
  const BrightApproval all = { NULL, NULL };
  g_autofree char *mode = bright_settings_group_dup_text (get_schedule (self), "mode");
  guint count = bright_plan_count (self->plan, &all).writes;
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_auto (GStrv) halves = g_strsplit (get_sentence (mode, count), "%u", 2);
  g_autofree char *sentence = g_strconcat (halves[0], number, halves[1], NULL);

  gtk_label_set_label (self->sentence, sentence);
  gtk_stack_set_visible_child_name (self->content, count > 0 ? "list" : "empty");
  adw_status_page_set_title (self->empty,
                             self->is_known ? _ ("Nothing to write") : _ ("No plan yet"));
  adw_status_page_set_description (
      self->empty, self->is_known ? _ ("Both sides are in step.")
                                  : _ ("A plan lists everything that a sync would write, before "
                                       "anything is sent."));
}

/* A mode that approves nothing shows no buttons for it in the rows either. */
static void
mode_changed_cb (BrightPlanPage *self)
{
  show_actions (self);
  show_sentence (self);
  g_list_store_remove_all (self->items);
  bright_plan_page_fill (self);
}

static void
state_changed_cb (BrightPlanPage *self)
{
  show_actions (self);
}

/* A flow stays chosen as long as the plan has it. */
static void
show_filter (BrightPlanPage *self)
{
  const BrightApproval all = { NULL, NULL };
  g_autofree char *chosen = g_strdup (bright_plan_page_get_flow (self));
  g_autoptr (GStrvBuilder) flows = g_strv_builder_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_take (
      words, g_strdup_printf (_ ("All Flows (%u)"), bright_plan_count (self->plan, &all).writes));
  for (const char *const *flow = bright_flow_names; *flow != NULL; flow++)
    {
      guint count = 0;

      for (guint i = 0; i < self->plan->len; i++)
        {
          const BrightStep *step = g_ptr_array_index (self->plan, i);

          count += step->verb[0] != '\0' && g_strcmp0 (step->flow, *flow) == 0 ? 1 : 0;
        }
      if (count == 0)
        continue;
      gtk_string_list_take (words, g_strdup_printf ("%s (%u)", bright_flow_words (*flow), count));
      g_strv_builder_add (flows, *flow);
      if (g_strcmp0 (chosen, *flow) == 0)
        selected = g_list_model_get_n_items (G_LIST_MODEL (words)) - 1;
    }
  g_strfreev (self->flows);
  self->flows = g_strv_builder_end (flows);
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->filter, selected);
}

static void
show_plan (BrightPlanPage *self)
{
  g_ptr_array_unref (self->plan);
  self->plan = g_ptr_array_ref (bright_sync_service_get_plan (self->service));
  self->is_known = self->is_known || self->plan->len > 0;
  show_filter (self);
  show_actions (self);
  show_sentence (self);
  bright_plan_page_fill (self);
}

static void
filter_changed_cb (BrightPlanPage *self)
{
  if (self->service == NULL)
    return;
  show_actions (self);
  bright_plan_page_fill (self);
}

/* A sync that ended well knows whether there is anything to write. */
static void
succeeded_cb (BrightPlanPage *self)
{
  self->is_known = TRUE;
  show_sentence (self);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightSyncReport) report
      = bright_sync_service_run_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  if (report != NULL)
    succeeded_cb (self);
  else
    bright_toast_show_error (GTK_WIDGET (self), error);
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bright_plan_page_make_plan (BRIGHT_PLAN_PAGE (widget));
}

static void
approve_shown (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightPlanPage *self = BRIGHT_PLAN_PAGE (widget);
  const BrightApproval approval = { bright_plan_page_get_flow (self), NULL };

  bright_plan_page_ask (self, &approval);
}

/* One subject is on the screen with all its steps; only what reaches a customer is asked about. */
static void
approve_subject (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightPlanPage *self = BRIGHT_PLAN_PAGE (widget);
  const BrightApproval approval = { NULL, g_variant_get_string (parameter, NULL) };

  if (bright_plan_count (self->plan, &approval).messages > 0)
    bright_plan_page_ask (self, &approval);
  else
    bright_plan_page_approve (self, &approval);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer unused)
{
  gtk_list_item_set_child (list_item, bright_plan_row_new ());
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer unused)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *page = gtk_widget_get_ancestor (row, BRIGHT_TYPE_PLAN_PAGE);
  g_autofree char *mode = NULL;

  if (page != NULL && BRIGHT_PLAN_PAGE (page)->service != NULL)
    mode = bright_settings_group_dup_text (get_schedule (BRIGHT_PLAN_PAGE (page)), "mode");
  bright_plan_row_show (BRIGHT_PLAN_ROW (row), gtk_list_item_get_item (list_item),
                        g_strcmp0 (mode, "ask") == 0);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer unused)
{
  bright_plan_row_show (BRIGHT_PLAN_ROW (gtk_list_item_get_child (list_item)), NULL, FALSE);
}

static void
on_narrow (BrightPlanPage *self)
{
  gboolean is_narrow = bright_adaptive_bin_is_narrow (self->adaptive);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar), is_narrow
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->filter), is_narrow ? GTK_ALIGN_FILL : GTK_ALIGN_START);
}

static void
bright_plan_page_map (GtkWidget *widget)
{
  BrightPlanPage *self = BRIGHT_PLAN_PAGE (widget);

  GTK_WIDGET_CLASS (bright_plan_page_parent_class)->map (widget);
  if (self->is_stale && self->service != NULL)
    bright_plan_page_fill (self);
}

static void
bright_plan_page_dispose (GObject *object)
{
  BrightPlanPage *self = BRIGHT_PLAN_PAGE (object);

  bright_plan_page_stop_filling (self);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_plan_page_parent_class)->dispose (object);
}

static void
bright_plan_page_finalize (GObject *object)
{
  BrightPlanPage *self = BRIGHT_PLAN_PAGE (object);

  g_ptr_array_unref (self->plan);
  g_object_unref (self->items);
  g_strfreev (self->flows);
  G_OBJECT_CLASS (bright_plan_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, filter);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, make);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, approve);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, choose_mode);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, sync);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, content);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BrightPlanPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
bright_plan_page_class_init (BrightPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_plan_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_plan_page_finalize;
  widget_class->map = bright_plan_page_map;
  bright_resources_ensure ();
  g_type_ensure (BRIGHT_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-plan-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "plan.make", NULL, make);
  gtk_widget_class_install_action (widget_class, "plan.approve-shown", NULL, approve_shown);
  gtk_widget_class_install_action (widget_class, "plan.approve-subject", "s", approve_subject);
}

static void
bright_plan_page_init (BrightPlanPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->plan = bright_record_list_new (&bright_step_type);
  self->items = g_list_store_new (BRIGHT_TYPE_PLAN_ITEM);
  self->flows = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  bright_adaptive_bin_set_measured (self->adaptive, GTK_WIDGET (self->toolbar));
  g_signal_connect_object (self->adaptive, "notify::narrow", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
bright_plan_page_set_service (BrightPlanPage *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_PLAN_PAGE (self) && self->service == NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (service, "notify::planned", G_CALLBACK (show_plan), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::last-success", G_CALLBACK (succeeded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bright_sync_service_get_settings (service), "changed::schedule.mode",
                           G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
  show_plan (self);
}

void
bright_plan_page_make_plan (BrightPlanPage *self)
{
  g_return_if_fail (BRIGHT_IS_PLAN_PAGE (self) && self->service != NULL);

  bright_sync_service_run_async (self->service, TRUE, NULL, NULL, planned_cb, g_object_ref (self));
}
