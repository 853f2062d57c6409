/* What is still not chosen, and where to choose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-mapping-step.h"

#include "bright-resources.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BrightMappingStep
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkSpinner *spinner;
  GtkLabel *label;
  GtkWidget *check_button;

  BrightSyncService *service; /* (owned) (nullable): until it is disposed of */
  GCancellable *cancellable;  /* (owned) (nullable): of the check under way */
  GPtrArray *rows;            /* (element-type GtkWidget) (unowned): of what is not chosen */
  gboolean is_complete;
};

G_DEFINE_FINAL_TYPE (BrightMappingStep, bright_mapping_step, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_IS_COMPLETE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
bright_mapping_step_is_complete (BrightMappingStep *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAPPING_STEP (self), FALSE);

  return self->is_complete;
}

static void
set_complete (BrightMappingStep *self, gboolean is_complete)
{
  if (self->is_complete == is_complete)
    return;
  self->is_complete = is_complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static GtkWidget *
make_button (const char *setting, const char *message)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose…"));
  /* Translators: what a button is for; the placeholder says what is missing. */
  g_autofree char *name = g_strdup_printf (_ ("Choose: %s"), message);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "first-run.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", setting);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* What goes after a key elsewhere stands alone here. */
static char *
begin_with_capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

static void
add_row (BrightMappingStep *self, const BrightCheckProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = begin_with_capital (problem->message);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (problem->setting[0] != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button (problem->setting, problem->message));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (BrightMappingStep *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_check (BrightMappingStep *self, const BrightCheck *check)
{
  g_autofree char *text = NULL;

  clear_rows (self);
  for (guint i = 0; i < check->problems->len; i++)
    add_row (self, check->problems->pdata[i]);
  if (check->problems->len == 0)
    text = g_strdup (_ ("Everything that orders need is chosen."));
  else
    text = g_strdup_printf (
        ngettext ("%u thing is still to do.", "%u things are still to do.", check->problems->len),
        check->problems->len);
  gtk_label_set_label (self->label, text);
  set_complete (self, check->problems->len == 0);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightMappingStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightCheck) check
      = bright_sync_service_check_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_sensitive (self->check_button, TRUE);
  if (check != NULL)
    show_check (self, check);
  else
    gtk_label_set_label (self->label, error->message);
}

void
bright_mapping_step_check (BrightMappingStep *self)
{
  g_return_if_fail (BRIGHT_IS_MAPPING_STEP (self));

  if (self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  gtk_widget_set_sensitive (self->check_button, FALSE);
  gtk_label_set_label (self->label, _ ("Asking both platforms…"));
  bright_sync_service_check_async (self->service, self->cancellable, checked_cb,
                                   g_object_ref (self));
}

static void
bright_mapping_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, BRIGHT_MAPPING_STEP (object)->is_complete);
}

/* Nobody waits for it any more. */
static void
bright_mapping_step_unroot (GtkWidget *widget)
{
  BrightMappingStep *self = BRIGHT_MAPPING_STEP (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (bright_mapping_step_parent_class)->unroot (widget);
}

static void
bright_mapping_step_dispose (GObject *object)
{
  BrightMappingStep *self = BRIGHT_MAPPING_STEP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->service);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIGHT_TYPE_MAPPING_STEP);
  G_OBJECT_CLASS (bright_mapping_step_parent_class)->dispose (object);
}

static void
bright_mapping_step_finalize (GObject *object)
{
  g_ptr_array_unref (BRIGHT_MAPPING_STEP (object)->rows);
  G_OBJECT_CLASS (bright_mapping_step_parent_class)->finalize (object);
}

static void
bright_mapping_step_class_init (BrightMappingStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  widget_class->unroot = bright_mapping_step_unroot;
  object_class->get_property = bright_mapping_step_get_property;
  object_class->dispose = bright_mapping_step_dispose;
  object_class->finalize = bright_mapping_step_finalize;
  properties[PROP_IS_COMPLETE]
      = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-mapping-step.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightMappingStep, group);
  gtk_widget_class_bind_template_child (widget_class, BrightMappingStep, spinner);
  gtk_widget_class_bind_template_child (widget_class, BrightMappingStep, label);
  gtk_widget_class_bind_template_child (widget_class, BrightMappingStep, check_button);
  gtk_widget_class_bind_template_callback (widget_class, bright_mapping_step_check);
}

static void
bright_mapping_step_init (BrightMappingStep *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bright_mapping_step_new (BrightSyncService *service)
{
  BrightMappingStep *self = g_object_new (BRIGHT_TYPE_MAPPING_STEP, NULL);

  self->service = g_object_ref (service);
  return GTK_WIDGET (self);
}
