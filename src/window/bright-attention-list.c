/* Everything that needs a person, grouped by cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-attention-list.h"

#include "bright-attention-group.h"
#include "bright-sync-insight.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

struct _BrightAttentionList
{
  AdwBin parent_instance;

  GtkBox *box;
  BrightSyncService *service; /* (owned) (nullable) */
  GHashTable *groups;         /* (owned): codes with BrightAttentionGroup (unowned) */
  char *wanted;               /* (owned) (nullable): the code that is to be shown */
  GCancellable *loading;      /* (owned) (nullable) */
  gboolean is_told;           /* that a sync takes up what a setting mended */
};

enum
{
  PROP_0,
  PROP_N_GROUPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightAttentionList, bright_attention_list, ADW_TYPE_BIN)

/* ---- What it shows ---- */

static void
show_wanted (BrightAttentionList *self)
{
  BrightAttentionGroup *group
      = self->wanted != NULL ? g_hash_table_lookup (self->groups, self->wanted) : NULL;

  if (group == NULL)
    return;
  g_clear_pointer (&self->wanted, g_free);
  bright_attention_group_expand (group);
  /* The list scrolls to what has the focus. */
  gtk_widget_child_focus (GTK_WIDGET (group), GTK_DIR_TAB_FORWARD);
}

static BrightAttentionGroup *
ensure_group (BrightAttentionList *self, const char *code, BrightPulse *pulse, GtkWidget *after)
{
  GtkWidget *group = g_hash_table_lookup (self->groups, code);

  if (group != NULL)
    {
      gtk_box_reorder_child_after (self->box, group, after);
      return BRIGHT_ATTENTION_GROUP (group);
    }
  group = bright_attention_group_new (code, self->service, pulse);
  g_hash_table_insert (self->groups, g_strdup (code), group);
  gtk_box_insert_child_after (self->box, group, after);
  return BRIGHT_ATTENTION_GROUP (group);
}

static gboolean
remove_group (gpointer code, gpointer group, gpointer user_data)
{
  const char *const *arguments = user_data;

  if (g_strv_contains (arguments, code))
    return FALSE;
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (group)), group);
  return TRUE;
}

static GPtrArray *
take_run (GPtrArray *subjects, guint first)
{
  GPtrArray *run = g_ptr_array_new_with_free_func ((GDestroyNotify)bright_subject_free);
  const char *code = ((BrightSubject *)subjects->pdata[first])->code;

  for (guint i = first; i < subjects->len; i++)
    {
      const BrightSubject *subject = subjects->pdata[i];

      if (!g_str_equal (subject->code, code))
        break;
      g_ptr_array_add (run, bright_record_copy (&bright_subject_type, subject));
    }
  return run;
}

/* They come by code. */
static void
show_subjects (BrightAttentionList *self, GPtrArray *subjects, BrightPulse *pulse)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  GtkWidget *last = NULL;

  for (guint i = 0; i < subjects->len;)
    {
      g_autoptr (GPtrArray) run = take_run (subjects, i);
      const char *code = ((BrightSubject *)subjects->pdata[i])->code;
      BrightAttentionGroup *group = ensure_group (self, code, pulse, last);

      bright_attention_group_show (group, run);
      g_ptr_array_add (codes, (gpointer)code);
      last = GTK_WIDGET (group);
      i += run->len;
    }
  g_ptr_array_add (codes, NULL);
  g_hash_table_foreach_remove (self->groups, remove_group, codes->pdata);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_GROUPS]);
  show_wanted (self);
}

/* ---- Reading ---- */

typedef struct
{
  BrightAttentionList *list; /* (owned) */
  BrightPulse *pulse;        /* (owned) */
} Reading;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (BrightAttentionList) self = reading->list;
  g_autoptr (BrightPulse) pulse = reading->pulse;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) subjects
      = bright_sync_service_list_attention_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  g_clear_object (&self->loading);
  if (subjects != NULL)
    show_subjects (self, subjects, pulse);
  else if (!bright_error_is_cancelled (error))
    g_info ("what needs a person cannot be listed: %s", error->message);
}

static void
load (BrightAttentionList *self, BrightPulse *pulse)
{
  Reading *reading;

  if (self->loading != NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->list = g_object_ref (self);
  reading->pulse = g_object_ref (pulse);
  self->loading = g_cancellable_new ();
  bright_sync_service_list_attention_async (self->service, self->loading, loaded_cb, reading);
}

/* ---- A setting that mends ---- */

static gboolean
is_waited_for (BrightAttentionList *self, const char *key)
{
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (g_str_equal (bright_attention_group_get_setting (group), key))
      return TRUE;
  return FALSE;
}

/* The next sync decides everything anew that was kept out by settings. */
static void
on_setting_changed (BrightAttentionList *self, const char *key)
{
  g_autofree char *state = NULL;

  g_object_get (self->service, "state", &state, NULL);
  if (self->is_told || g_str_equal (state, "working") || !is_waited_for (self, key))
    return;
  self->is_told = TRUE;
  bright_toast_show_action (GTK_WIDGET (self),
                            _ ("The next sync tries again what waited for this."), _ ("Sync Now"),
                            "win.sync-now");
}

static void
on_state (BrightAttentionList *self)
{
  self->is_told = FALSE;
}

/* ---- The object ---- */

static void
bright_attention_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_N_GROUPS)
    g_value_set_uint (value, bright_attention_list_count (BRIGHT_ATTENTION_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_attention_list_dispose (GObject *object)
{
  BrightAttentionList *self = BRIGHT_ATTENTION_LIST (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_attention_list_parent_class)->dispose (object);
}

static void
bright_attention_list_finalize (GObject *object)
{
  BrightAttentionList *self = BRIGHT_ATTENTION_LIST (object);

  g_hash_table_unref (self->groups);
  g_free (self->wanted);
  G_OBJECT_CLASS (bright_attention_list_parent_class)->finalize (object);
}

static void
bright_attention_list_class_init (BrightAttentionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_attention_list_get_property;
  object_class->dispose = bright_attention_list_dispose;
  object_class->finalize = bright_attention_list_finalize;
  properties[PROP_N_GROUPS] = g_param_spec_uint ("n-groups", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_attention_list_init (BrightAttentionList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = GTK_BOX (box);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
bright_attention_list_set_service (BrightAttentionList *self,
                                   BrightSyncService *service,
                                   BrightPulse *pulse)
{
  g_return_if_fail (BRIGHT_IS_ATTENTION_LIST (self) && self->service == NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (pulse, "beat", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::state", G_CALLBACK (on_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bright_sync_service_get_settings (service), "changed",
                           G_CALLBACK (on_setting_changed), self, G_CONNECT_SWAPPED);
  load (self, pulse);
}

void
bright_attention_list_show_cause (BrightAttentionList *self, const char *code)
{
  g_return_if_fail (BRIGHT_IS_ATTENTION_LIST (self) && code != NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (code);
  show_wanted (self);
}

guint
bright_attention_list_count (BrightAttentionList *self)
{
  g_return_val_if_fail (BRIGHT_IS_ATTENTION_LIST (self), 0);

  return g_hash_table_size (self->groups);
}
