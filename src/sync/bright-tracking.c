/* What a shipment says about how it travels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-tracking.h"

#include "bigcommerce-shipment.h"

#include <string.h>

/* The first row whose words stand in a name gives its carrier away; longer names go before
 * shorter ones that are part of them. */
static const struct
{
  const char *words;
  const char *carrier;
} carriers[] = {
  { "royal mail", "royal-mail" },
  { "parcelforce", "parcel-force" },
  { "parcel force", "parcel-force" },
  { "dpd ireland", "dpd-ireland" },
  { "dpd germany", "dpd-de" },
  { "dpd de", "dpd-de" },
  { "dpd uk", "dpd-uk" },
  { "dpd local", "dpd-uk" },
  { "dpd", "dpd" },
  { "evri", "myhermes-uk" },
  { "myhermes", "myhermes-uk" },
  { "hermes", "hermes" },
  { "yodel", "yodel" },
  { "interlink", "interlink-express" },
  { "apc", "apc-overnight" },
  { "uk mail", "uk-mail" },
  { "ukmail", "uk-mail" },
  { "tuffnells", "tuffnells" },
  { "xdp", "xdp-uk" },
  { "collectplus", "collectplus" },
  { "asendia", "asendia-uk" },
  { "an post", "an-post" },
  { "arrowxl", "arrowxl" },
  { "arrow xl", "arrowxl" },
  { "fastway ireland", "fastway-ireland" },
  { "fastway nz", "fastway-nz" },
  { "fastway", "fastway-au" },
  { "dhl ecommerce", "dhl-global-mail" },
  { "dhl parcel nl", "dhlparcel-nl" },
  { "dhl nl", "dhl-nl" },
  { "dhl benelux", "dhl-benelux" },
  { "dhl germany", "dhl-germany" },
  { "dhl de", "dhl-germany" },
  { "dhl", "dhl" },
  { "ups freight", "ups-freight" },
  { "ups mail innovations", "ups-mi" },
  { "ups", "ups" },
  { "fedex freight", "fedex-freight" },
  { "fedex uk", "fedex-uk" },
  { "fedex", "fedex" },
  { "usps", "usps" },
  { "ontrac", "ontrac" },
  { "lasership", "lasership" },
  { "tnt uk", "tnt-uk" },
  { "tnt au", "tnt-au" },
  { "tnt", "tnt" },
  { "gls italy", "gls-italy" },
  { "gls", "gls" },
  { "postnl international", "postnl-international" },
  { "postnl", "postnl" },
  { "bpost", "bpost" },
  { "deutsche post", "deutsch-post" },
  { "colissimo", "la-poste-colissimo" },
  { "la poste", "la-poste-colissimo" },
  { "chronopost", "chronopost-france" },
  { "mondial relay", "mondialrelay" },
  { "correos", "spain-correos-es" },
  { "seur", "spanish-seur" },
  { "mrw", "mrw-spain" },
  { "poste italiane", "poste-italiane" },
  { "brt", "brt-it" },
  { "sda", "italy-sda" },
  { "swiss post", "swiss-post" },
  { "austrian post", "austrian-post" },
  { "postnord", "postnord" },
  { "bring", "posten-norge" },
  { "posti", "posti" },
  { "poczta polska", "poczta-polska" },
  { "inpost", "inpost-paczkomaty" },
  { "magyar posta", "magyar-posta" },
  { "australia post", "australia-post" },
  { "startrack", "star-track" },
  { "couriers please", "couriers-please" },
  { "toll", "toll-ipec" },
  { "aramex", "aramex" },
  { "new zealand post", "new-zealand-post" },
  { "nz post", "new-zealand-post" },
  { "courierpost", "courierpost" },
  { "canada post", "canada-post" },
  { "canpar", "canpar" },
  { "purolator", "purolator" },
  { "china post", "china-post" },
  { "4px", "4px" },
  { "yanwen", "yanwen" },
  { "japan post", "japan-post" },
  { "hong kong post", "hong-kong-post" },
  { "hongkong post", "hong-kong-post" },
  { "singapore post", "singapore-post" },
  { "dx", "dx" },
};

/* One reference cut to what fits, where not even it fits. */
static char *
cut (const char *text)
{
  gsize length = MIN (strlen (text), BIGCOMMERCE_TRACKING_LENGTH);

  while (length > 0 && ((guchar) text[length] & 0xC0) == 0x80)
    length--;
  return g_strndup (text, length);
}

char *
bright_tracking_join (const char *reference, gboolean *is_cut)
{
  g_autofree char *valid = g_utf8_make_valid (reference, -1);
  g_auto (GStrv) numbers = g_strsplit_set (valid, ",;|\r\n\t", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean some_are_left = FALSE;

  for (char **number = numbers; *number != NULL; number++)
    {
      gsize needed = strlen (g_strstrip (*number)) + (joined->len > 0 ? strlen (", ") : 0);

      if ((*number)[0] == '\0')
        continue;
      if (joined->len + needed <= BIGCOMMERCE_TRACKING_LENGTH && !some_are_left)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", *number);
      else if (joined->len == 0 && !some_are_left)
        {
          g_autofree char *start = cut (*number);

          g_string_append (joined, start);
          some_are_left = TRUE;
        }
      else
        some_are_left = TRUE;
    }
  if (is_cut != NULL)
    *is_cut = some_are_left;
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static const char *
get_own_name (const BrightWorld *world, gint64 method_id)
{
  const BrightReferenceItem *method
      = method_id != 0 ? bright_world_find_reference (world, "shipping-method", method_id, NULL)
                       : NULL;

  return method != NULL ? method->name : "";
}

const char *
bright_tracking_name_method (const BrightSettingsSnapshot *settings,
                             const BrightWorld *world,
                             gint64 method_id)
{
  const BrightFulfillmentValues *fulfillment = &settings->fulfillment;

  for (guint i = 0; method_id != 0 && i < fulfillment->shipping_map->len; i++)
    if (bright_mapping_get_left_number (fulfillment->shipping_map->pdata[i]) == method_id
        && bright_mapping_get_right (fulfillment->shipping_map->pdata[i])[0] != '\0')
      return bright_mapping_get_right (fulfillment->shipping_map->pdata[i]);
  if (fulfillment->default_shipping[0] != '\0')
    return fulfillment->default_shipping;
  return get_own_name (world, method_id);
}

/* The words of a name in lower case, each between blanks. */
static char *
spread_words (const char *name)
{
  g_autofree char *folded = bright_world_fold (name);
  GString *words = g_string_new (" ");

  for (const char *letter = folded; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      gunichar code = g_utf8_get_char (letter);

      if (g_unichar_isalnum (code))
        g_string_append_unichar (words, code);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

const char *
bright_tracking_find_carrier (const char *name)
{
  g_autofree char *words = spread_words (name);

  for (guint i = 0; i < G_N_ELEMENTS (carriers); i++)
    {
      g_autofree char *wanted = g_strdup_printf (" %s ", carriers[i].words);

      if (strstr (words, wanted) != NULL)
        return carriers[i].carrier;
    }
  return "";
}

const char *
bright_tracking_get_carrier (const BrightSettingsSnapshot *settings,
                             const BrightWorld *world,
                             gint64 method_id)
{
  const char *carrier
      = bright_tracking_find_carrier (bright_tracking_name_method (settings, world, method_id));

  if (carrier[0] != '\0')
    return carrier;
  return bright_tracking_find_carrier (get_own_name (world, method_id));
}
