/* The daily proof that nothing is missing, and the way to make it anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-proof-view.h"

#include "bright-moment.h"
#include "bright-proof-item.h"
#include "bright-resources.h"
#include "bright-sync-insight.h"
#include "bright-toast.h"

#include <glib/gi18n.h>

/* A list asks for little room; this is for some of its rows. */
#define ROW_HEIGHT 34
#define MOST_ROWS 8

struct _BrightProofView
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkSpinner *spinner;
  GtkWidget *prove;
  GtkWidget *cancel;
  GtkScrolledWindow *table;
  GtkColumnView *days;

  BrightSyncService *service; /* (owned) (nullable) until the profile is open */
  GListStore *items;          /* (owned): of BrightProofItem, newest first */
  GCancellable *loading;      /* (owned): fired when this goes */
  GCancellable *proving;      /* (owned) (nullable): while a proof is being made */
  gint64 proved_at;
  gboolean is_complete;
};

G_DEFINE_FINAL_TYPE (BrightProofView, bright_proof_view, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  gboolean is_number;
} columns[BRIGHT_N_PROOF_COLUMNS] = {
  [BRIGHT_PROOF_DAY] = { N_ ("Day"), FALSE },
  [BRIGHT_PROOF_COMPLETE] = { N_ ("Proof"), FALSE },
  [BRIGHT_PROOF_STORE] = { N_ ("Store"), TRUE },
  [BRIGHT_PROOF_LINKED] = { N_ ("In Brightpearl"), TRUE },
  [BRIGHT_PROOF_FILTERED] = { N_ ("Left out"), TRUE },
  [BRIGHT_PROOF_HELD] = { N_ ("Held"), TRUE },
  [BRIGHT_PROOF_ATTENTION] = { N_ ("Need you"), TRUE },
  [BRIGHT_PROOF_MONEY_STORE] = { N_ ("Store’s money"), TRUE },
  [BRIGHT_PROOF_MONEY_BRIGHTPEARL] = { N_ ("Brightpearl’s money"), TRUE },
};

static void
show_sentence (BrightProofView *self)
{
  g_autofree char *age = NULL;
  g_autofree char *sentence = NULL;

  if (self->proving != NULL)
    sentence = g_strdup (_ ("Comparing every order since go-live on both sides…"));
  else if (self->proved_at == 0)
    sentence = g_strdup (_ ("No proof was made yet. It counts every order since go-live on both "
                            "sides; nothing is written."));
  else
    {
      age = bright_moment_past (self->proved_at, g_get_real_time () / G_USEC_PER_SEC);
      /* Translators: e.g. "5 minutes ago" */
      sentence = g_strdup_printf (
          self->is_complete ? _ ("✓ Complete: each order of the store is accounted for. Proved %s.")
                            : _ ("! Incomplete: some days do not add up. Proved %s."),
          age);
    }
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->table),
                          g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0);
}

static void
show_work (BrightProofView *self)
{
  gboolean is_proving = self->proving != NULL;
  g_autofree char *state = NULL;

  g_object_get (self->service, "state", &state, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_proving);
  gtk_spinner_set_spinning (self->spinner, is_proving);
  gtk_widget_set_visible (self->prove, !is_proving);
  gtk_widget_set_visible (self->cancel, is_proving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.make",
                                 !is_proving && g_strcmp0 (state, "working") != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proof.cancel", is_proving);
  show_sentence (self);
}

static void
show_proof (BrightProofView *self, const BrightProof *proof, gint64 proved_at)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = proof->days->len; i > 0; i--)
    {
      const BrightProofDay *day = g_ptr_array_index (proof->days, i - 1);

      if (day->store > 0 || !day->is_complete)
        g_ptr_array_add (items, bright_proof_item_new (day));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_scrolled_window_set_min_content_height (self->table,
                                              ROW_HEIGHT * (int)(1 + MIN (items->len, MOST_ROWS)));
  self->proved_at = proved_at;
  self->is_complete = proof->is_complete;
  show_sentence (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightProofView) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 proved_at;
  g_autoptr (BrightProof) proof = bright_sync_service_load_proof_finish (
      BRIGHT_SYNC_SERVICE (source), result, &proved_at, &error);

  if (self->service == NULL)
    return;
  if (proof != NULL)
    show_proof (self, proof, proved_at);
  else
    bright_toast_show_error (GTK_WIDGET (self), error);
}

static void
load (BrightProofView *self)
{
  bright_sync_service_load_proof_async (self->service, self->loading, loaded_cb,
                                        g_object_ref (self));
}

static void
proved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrightProofView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightProof) proof
      = bright_sync_service_prove_finish (BRIGHT_SYNC_SERVICE (source), result, &error);

  if (self->service == NULL)
    return;
  g_clear_object (&self->proving);
  show_work (self);
  if (proof != NULL)
    {
      bright_toast_show (GTK_WIDGET (self), proof->is_complete
                                                ? _ ("Proved: nothing is missing.")
                                                : _ ("Proved: some days do not add up."));
      load (self);
    }
  else
    bright_toast_show_error (GTK_WIDGET (self), error);
}

static void
make (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BrightProofView *self = BRIGHT_PROOF_VIEW (widget);

  if (self->proving != NULL)
    return;
  self->proving = g_cancellable_new ();
  bright_sync_service_prove_async (self->service, self->proving, proved_cb, g_object_ref (self));
  show_work (self);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (BRIGHT_PROOF_VIEW (widget)->proving);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = columns[GPOINTER_TO_UINT (column)].is_number;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), is_number ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer column)
{
  gtk_label_set_label (
      GTK_LABEL (gtk_list_item_get_child (cell)),
      bright_proof_item_get_text (gtk_list_item_get_item (cell), GPOINTER_TO_UINT (column)));
}

static void
add_columns (BrightProofView *self)
{
  for (guint i = 0; i < BRIGHT_N_PROOF_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, i == BRIGHT_PROOF_COMPLETE);
      gtk_column_view_append_column (self->days, column);
    }
}

static void
bright_proof_view_dispose (GObject *object)
{
  BrightProofView *self = BRIGHT_PROOF_VIEW (object);

  g_cancellable_cancel (self->loading);
  if (self->proving != NULL)
    g_cancellable_cancel (self->proving);
  g_clear_object (&self->proving);
  g_clear_object (&self->service);
  G_OBJECT_CLASS (bright_proof_view_parent_class)->dispose (object);
}

static void
bright_proof_view_finalize (GObject *object)
{
  BrightProofView *self = BRIGHT_PROOF_VIEW (object);

  g_object_unref (self->loading);
  g_object_unref (self->items);
  G_OBJECT_CLASS (bright_proof_view_parent_class)->finalize (object);
}

static void
bright_proof_view_class_init (BrightProofViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_proof_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_proof_view_finalize;
  bright_resources_ensure ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/BrightConnect/bright-proof-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BrightProofView, sentence);
  gtk_widget_class_bind_template_child (widget_class, BrightProofView, spinner);
  gtk_widget_class_bind_template_child (widget_class, BrightProofView, prove);
  gtk_widget_class_bind_template_child (widget_class, BrightProofView, cancel);
  gtk_widget_class_bind_template_child (widget_class, BrightProofView, table);
  gtk_widget_class_bind_template_child (widget_class, BrightProofView, days);
  gtk_widget_class_install_action (widget_class, "proof.make", NULL, make);
  gtk_widget_class_install_action (widget_class, "proof.cancel", NULL, cancel);
}

static void
bright_proof_view_init (BrightProofView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->loading = g_cancellable_new ();
  self->items = g_list_store_new (BRIGHT_TYPE_PROOF_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_column_view_set_model (self->days, GTK_SELECTION_MODEL (selection));
  add_columns (self);
}

void
bright_proof_view_set_service (BrightProofView *self, BrightSyncService *service)
{
  g_return_if_fail (BRIGHT_IS_PROOF_VIEW (self) && self->service == NULL);

  self->service = g_object_ref (service);
  g_signal_connect_object (service, "notify::state", G_CALLBACK (show_work), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (service, "notify::last-success", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  show_work (self);
  load (self);
}

void
bright_proof_view_tick (BrightProofView *self)
{
  g_return_if_fail (BRIGHT_IS_PROOF_VIEW (self));

  show_sentence (self);
}
