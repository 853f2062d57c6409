/* What the tests of accounts and of the first run share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "setup-support.h"

#include "test-util.h"

#include <glib/gstdio.h>
#include <string.h>

void
setup_begin (Setup *setup, gconstpointer unused)
{
  setup->practice = practice_start ("--orders", "30", "--limits", "off", NULL);
  setup->place = place_new ();
  setup->keyring = g_build_filename (setup->place->folder, "test.keyring", NULL);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", setup->keyring, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "password", TRUE);
  place_open (setup->place);
  g_object_set (place_get_group (setup->place, "connection"), "bigcommerce-url",
                setup->practice->bigcommerce_url, "brightpearl-url",
                setup->practice->brightpearl_url, "search-lag-seconds", (gint64)0, NULL);
  setup->profile.practice = setup->practice;
  setup->profile.clock = setup->place->clock;
  setup->profile.service = setup->place->service;
}

void
setup_end (Setup *setup, gconstpointer unused)
{
  if (setup->window != NULL)
    {
      gtk_window_destroy (setup->window);
      interface_settle (&setup->profile);
      interface_await_finalized (&setup->profile, setup->window);
    }
  place_free (setup->place);
  practice_stop (setup->practice);
  g_free (setup->keyring);
}

static void
store_token (Setup *setup, BrightPlatform platform, const char *token)
{
  BrightSyncService *service = setup->place->service;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bright_sync_service_store_token_async (service, platform, token, NULL, test_keep_result, &result);
  place_wait (setup->place, &result);
  bright_sync_service_store_token_finish (service, result, &error);
  g_assert_no_error (error);
}

void
setup_connect (Setup *setup)
{
  place_connect (setup->place, setup->practice);
  store_token (setup, BRIGHT_PLATFORM_BIGCOMMERCE, setup->practice->bigcommerce_token);
  store_token (setup, BRIGHT_PLATFORM_BRIGHTPEARL, setup->practice->brightpearl_token);
}

void
setup_present (Setup *setup, GtkWindow *window)
{
  setup->window = g_object_ref_sink (window);
  gtk_window_present (window);
  interface_settle (&setup->profile);
}

/* Both platforms have rows of the same name; only one can be typed into. */
static GtkWidget *
find_mapped (GtkWidget *root, const char *name)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (strcmp (gtk_widget_get_name (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, name);
  return found;
}

GtkWidget *
setup_find (Setup *setup, const char *name)
{
  return find_mapped (GTK_WIDGET (setup->window), name);
}

void
setup_type (Setup *setup, const char *name, const char *text)
{
  GtkWidget *row = setup_find (setup, name);

  if (row == NULL)
    g_error ("there is no %s to be seen", name);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

typedef struct
{
  Setup *setup;
  const char *text;
} Wish;

static gboolean
shows_text (GtkWidget *widget, const char *beginning)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget)
      && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), beginning))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, beginning))
      return TRUE;
  return FALSE;
}

static gboolean
window_shows_text (gpointer data)
{
  const Wish *wish = data;

  return shows_text (GTK_WIDGET (wish->setup->window), wish->text);
}

void
setup_wait_for_text (Setup *setup, const char *beginning)
{
  Wish wish = { setup, beginning };

  interface_wait (&setup->profile, window_shows_text, &wish, beginning);
}

static GtkWidget *
find_button (Setup *setup, const char *label)
{
  GtkWidget *button = interface_find (GTK_WIDGET (setup->window), GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_is_sensitive (button) ? button : NULL;
}

static gboolean
has_button (gpointer data)
{
  const Wish *wish = data;

  return find_button (wish->setup, wish->text) != NULL;
}

GtkWidget *
setup_wait_for_button (Setup *setup, const char *label)
{
  Wish wish = { setup, label };

  interface_wait (&setup->profile, has_button, &wish, label);
  return find_button (setup, label);
}

void
setup_press (Setup *setup, const char *label)
{
  interface_click (setup_wait_for_button (setup, label));
}
