/* What belongs to this machine: syncing on without a window, and what is notified of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-preferences.h"

#include "bright-resources.h"

#define KEEP_RUNNING "keep-running"
#define PROBLEM "background-problem"
#define LEVEL "notification-level"

struct _BrightPreferences
{
  AdwWindow parent_instance;

  GtkWidget *running_row;
  GtkSwitch *running;
  GtkLabel *problem;
  AdwComboRow *level;
  GtkWidget *nothing;

  GActionGroup *actions; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (BrightPreferences, bright_preferences, ADW_TYPE_WINDOW)

/* In the order of the choices in the template. */
static const char *const levels[] = { "all", "important", "none" };

static gboolean
level_to_row (GValue *value, GVariant *variant, gpointer unused)
{
  const char *level = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i], level))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
level_from_row (const GValue *value, const GVariantType *type, gpointer unused)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (levels) ? g_variant_new_string (levels[selected]) : NULL;
}

static void
show_state (BrightPreferences *self, const char *name, GVariant *state)
{
  if (g_str_equal (name, KEEP_RUNNING))
    gtk_switch_set_active (self->running, g_variant_get_boolean (state));
  else if (g_str_equal (name, PROBLEM))
    {
      const char *problem = g_variant_get_string (state, NULL);

      gtk_label_set_label (self->problem, problem);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), problem[0] != '\0');
    }
}

static void
show_action (BrightPreferences *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (self->actions, name);

  if (state != NULL)
    show_state (self, name, state);
}

static void
state_changed_cb (BrightPreferences *self, const char *name, GVariant *state)
{
  show_state (self, name, state);
}

/* The action knows whether it may be, and answers with its state. */
static gboolean
running_set_cb (BrightPreferences *self, gboolean wanted)
{
  g_autoptr (GVariant) state = NULL;

  if (self->actions == NULL)
    return FALSE;
  state = g_action_group_get_action_state (self->actions, KEEP_RUNNING);
  if (state != NULL && g_variant_get_boolean (state) != wanted)
    g_action_group_change_action_state (self->actions, KEEP_RUNNING,
                                        g_variant_new_boolean (wanted));
  return FALSE;
}

static void
bright_preferences_dispose (GObject *object)
{
  g_clear_object (&BRIGHT_PREFERENCES (object)->actions);
  G_OBJECT_CLASS (bright_preferences_parent_class)->dispose (object);
}

static void
bright_preferences_class_init (BrightPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  bright_resources_ensure ();
  G_OBJECT_CLASS (klass)->dispose = bright_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightPreferences, running_row);
  gtk_widget_class_bind_template_child (widget_class, BrightPreferences, running);
  gtk_widget_class_bind_template_child (widget_class, BrightPreferences, problem);
  gtk_widget_class_bind_template_child (widget_class, BrightPreferences, level);
  gtk_widget_class_bind_template_child (widget_class, BrightPreferences, nothing);
  gtk_widget_class_bind_template_callback (widget_class, running_set_cb);
}

static void
bright_preferences_init (BrightPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bright_preferences_new (GtkWindow *parent, GActionGroup *actions, GSettings *settings)
{
  BrightPreferences *self = g_object_new (BRIGHT_TYPE_PREFERENCES, "transient-for", parent, NULL);
  gboolean can_run = actions != NULL && g_action_group_has_action (actions, KEEP_RUNNING);

  if (can_run)
    {
      self->actions = g_object_ref (actions);
      g_signal_connect_object (actions, "action-state-changed", G_CALLBACK (state_changed_cb), self,
                               G_CONNECT_SWAPPED);
      show_action (self, KEEP_RUNNING);
      show_action (self, PROBLEM);
    }
  if (settings != NULL)
    g_settings_bind_with_mapping (settings, LEVEL, self->level, "selected", G_SETTINGS_BIND_DEFAULT,
                                  level_to_row, level_from_row, NULL, NULL);
  gtk_widget_set_visible (self->running_row, can_run);
  gtk_widget_set_visible (GTK_WIDGET (self->level), settings != NULL);
  gtk_widget_set_visible (self->nothing, !can_run && settings == NULL);
  return GTK_WINDOW (self);
}
