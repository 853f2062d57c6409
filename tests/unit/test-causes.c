/* Tests of what is said of the causes for which something needs a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-causes.h"
#include "bright-settings.h"

#include <string.h>

static const char *const codes[] = {
  "product-missing",        "product-ambiguous",      "customer-ambiguous",
  "customer-waiting",       "customer-without-email", "totals-differ",
  "several-addresses",      "currency-missing",       "status-conflict",
  "notes-conflict",         "payment-method-missing", "stock-brake",
  "order-edited",           "order-cancelled-late",   "deleted-in-brightpearl",
  "deleted-in-bigcommerce", "shipment-reversed",      "reference-gone",
  "refused-by-brightpearl", "refused-by-bigcommerce",
};

/* Words go into labels that do not read markup; a full sentence is advice, a title is none. */
static void
assert_words (const BrightCause *cause)
{
  g_assert_cmpuint (strlen (cause->title), >, 0);
  g_assert_cmpuint (strlen (cause->title), <=, 50);
  g_assert_false (g_str_has_suffix (cause->title, "."));
  g_assert_true (g_str_has_suffix (cause->advice, "."));
  g_assert_nonnull (strchr (cause->button, '_'));
  g_assert_null (strstr (cause->title, cause->code));
}

static void
test_every_code (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const BrightCause *cause = bright_causes_find (codes[i]);

      g_assert_cmpstr (cause->code, ==, codes[i]);
      assert_words (cause);
    }
}

static void
test_unknown (void)
{
  const BrightCause *cause = bright_causes_find ("made-up");

  g_assert_cmpstr (cause->code, ==, "");
  g_assert_cmpint (cause->remedy, ==, BRIGHT_REMEDY_RETRY);
  g_assert_false (bright_causes_can_approve ("made-up"));
}

/* A button that opens a setting must find it. */
static void
test_settings (void)
{
  g_autoptr (BrightSettings) settings = bright_settings_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const BrightCause *cause = bright_causes_find (codes[i]);
      g_auto (GStrv) parts = NULL;
      BrightSettingsGroup *group;

      if (cause->remedy == BRIGHT_REMEDY_SETTING)
        g_assert_nonnull (cause->setting);
      if (cause->setting == NULL)
        continue;
      parts = g_strsplit (cause->setting, ".", 2);
      group = bright_settings_get_group (settings, parts[0]);
      g_assert_nonnull (group);
      g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (group), parts[1]));
    }
}

static void
test_approvals (void)
{
  static const char *const approved[]
      = { "order-edited", "notes-conflict", "stock-brake", "status-conflict", "shipment-reversed" };

  for (gsize i = 0; i < G_N_ELEMENTS (approved); i++)
    g_assert_true (bright_causes_can_approve (approved[i]));
  g_assert_false (bright_causes_can_approve ("product-missing"));
  g_assert_false (bright_causes_can_approve ("order-cancelled-late"));
}

static void
test_menders (void)
{
  g_assert_cmpstr (bright_causes_for_mender (BRIGHT_MENDER_MERCHANT), !=,
                   bright_causes_for_mender (BRIGHT_MENDER_BRIGHTPEARL));
  g_assert_cmpstr (bright_causes_for_mender (BRIGHT_MENDER_BIGCOMMERCE), !=,
                   bright_causes_for_mender (BRIGHT_MENDER_BRIGHTPEARL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/causes/every-code", test_every_code);
  g_test_add_func ("/causes/unknown", test_unknown);
  g_test_add_func ("/causes/settings", test_settings);
  g_test_add_func ("/causes/approvals", test_approvals);
  g_test_add_func ("/causes/menders", test_menders);
  return g_test_run ();
}
