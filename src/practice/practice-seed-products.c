/* The seed of the practice store: its products, on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#include <string.h>

/* Fewer would leave some kinds of orders without anything to sell. */
#define MINIMUM_PRODUCTS 36

#define FULL_RATE 2000
#define REDUCED_RATE 500

typedef struct
{
  const char *prefix;
  const char *name;
  const char *option; /* (nullable): its name; without it there is one variant */
  const char *codes[4];
  const char *values[4];
  int pence; /* of the first variant; each further one costs half as much again */
  int rate;
} Model;

static const Model models[] = {
  { "TEA-EARL",
    "Earl Grey",
    "Weight",
    { "100", "250", "500" },
    { "100 g", "250 g", "500 g" },
    650,
    0 },
  { "MUG",
    "Harbour mug",
    "Colour",
    { "BLU", "RED", "GRN", "WHT" },
    { "Blue", "Red", "Green", "White" },
    1200,
    FULL_RATE },
  { "TEA-ASSAM", "Assam", "Weight", { "100", "250" }, { "100 g", "250 g" }, 595, 0 },
  { "POT-IRON", "Iron teapot", NULL, { "1" }, { "" }, 4999, FULL_RATE },
  { "CANDLE-WARM", "Teapot warmer candles", NULL, { "12" }, { "" }, 449, REDUCED_RATE },
  { "TEA-MINT", "Peppermint", NULL, { "80" }, { "" }, 475, 0 },
  { "BOX-GIFT", "Gift box", "Size", { "S", "L" }, { "Small", "Large" }, 2450, FULL_RATE },
  { "POT-GLASS", "Glass teapot", NULL, { "1" }, { "" }, 3199, FULL_RATE },
  { "TEA-SENCHA", "Sencha", "Weight", { "50", "100" }, { "50 g", "100 g" }, 899, 0 },
  { "SPOON", "Measuring spoon", NULL, { "STEEL" }, { "" }, 333, FULL_RATE },
  { "TEA-CHAI",
    "Masala chai",
    "Weight",
    { "100", "250", "500" },
    { "100 g", "250 g", "500 g" },
    725,
    0 },
  { "COSY", "Tea cosy", "Pattern", { "STRIPE", "DOT" }, { "Stripes", "Dots" }, 1899, FULL_RATE },
};

static void
add_to_pool (PracticeSeed *seed, PracticePool pool, PracticeVariant *variant)
{
  g_ptr_array_add (seed->pools[pool], variant);
}

static PracticeVariant *
add_variant (PracticeSeed *seed, char *sku, const char *name, const char *tracking, gint64 level)
{
  PracticeVariant *variant = g_new0 (PracticeVariant, 1);

  variant->id = practice_store_next_id (seed->store, PRACTICE_ID_VARIANT);
  variant->sku_id = variant->id - 119;
  variant->product_id = seed->store->last_ids[PRACTICE_ID_PRODUCT];
  variant->sku = sku;
  variant->name = g_strdup (name);
  variant->option_value = g_strdup ("");
  variant->option_name = "";
  variant->type = "physical";
  variant->tracking = tracking;
  variant->level = level;
  variant->date_modified = practice_now (seed->world) - 40 * 86400;
  return variant;
}

/* One peculiarity per SKU, spread by its place in the catalogue. */
static PracticePool
choose_pool (guint index, gboolean is_single)
{
  switch (index)
    {
    case 7:
      return PRACTICE_POOL_AMBIGUOUS;
    case 11:
    case 26:
      return PRACTICE_POOL_LETTER_CASE;
    case 13:
    case 28:
      return PRACTICE_POOL_SPACES;
    default:
      break;
    }
  if (index % 30 == 21)
    return PRACTICE_POOL_MISSING;
  if (index % 20 == 4)
    return PRACTICE_POOL_NO_STOCK;
  if (index % 20 == 9)
    return PRACTICE_POOL_SMALL_STOCK;
  if (index % 25 == 17 && is_single)
    return PRACTICE_POOL_UNTRACKED;
  return PRACTICE_POOL_PLAIN;
}

/* The SKU as it is written in Brightpearl. */
static char *
brightpearl_sku (const char *sku, PracticePool pool)
{
  if (pool == PRACTICE_POOL_LETTER_CASE)
    return g_ascii_strdown (sku, -1);
  if (pool == PRACTICE_POOL_SPACES)
    return g_strconcat (sku, " ", NULL);
  return g_strdup (sku);
}

static void
add_to_brightpearl (PracticeSeed *seed, PracticeVariant *variant, PracticePool pool, int on_hand)
{
  g_autofree char *sku = brightpearl_sku (variant->sku, pool);
  int in_shop = on_hand > 40 ? (int)practice_seed_draw (seed, 12) : 0;

  if (pool == PRACTICE_POOL_MISSING)
    return;
  variant->brightpearl_id = practice_account_add_product (
      seed->world, sku, variant->name, pool != PRACTICE_POOL_UNTRACKED, on_hand, in_shop);
  if (pool == PRACTICE_POOL_AMBIGUOUS)
    practice_account_add_product (seed->world, sku, variant->name, TRUE, 10, 0);
}

static void
sort_into_pools (PracticeSeed *seed, PracticeVariant *variant, PracticePool pool)
{
  add_to_pool (seed, pool, variant);
  if (pool != PRACTICE_POOL_PLAIN)
    return;
  if (*variant->option_value != '\0')
    add_to_pool (seed, PRACTICE_POOL_OPTIONS, variant);
  if (variant->rate == FULL_RATE)
    add_to_pool (seed, PRACTICE_POOL_FULL_RATE, variant);
  else if (variant->rate == REDUCED_RATE)
    add_to_pool (seed, PRACTICE_POOL_REDUCED_RATE, variant);
  else
    add_to_pool (seed, PRACTICE_POOL_ZERO_RATE, variant);
}

static void
add_model_variant (PracticeSeed *seed, const Model *model, guint which, guint series, guint index)
{
  PracticePool pool = choose_pool (index, model->option == NULL);
  int on_hand = 40 + (int)practice_seed_draw (seed, 361);
  const char *tracking = pool == PRACTICE_POOL_UNTRACKED ? "none"
                         : model->option != NULL         ? "variant"
                                                         : "product";
  g_autofree char *name = series == 0 ? g_strdup (model->name)
                                      : g_strdup_printf ("%s No. %u", model->name, series + 1);
  char *sku = series == 0
                  ? g_strdup_printf ("%s-%s", model->prefix, model->codes[which])
                  : g_strdup_printf ("%s-%s-%u", model->prefix, model->codes[which], series + 1);
  PracticeVariant *variant;

  if (pool == PRACTICE_POOL_NO_STOCK)
    on_hand = 0;
  else if (pool == PRACTICE_POOL_SMALL_STOCK)
    on_hand = 3;
  else if (pool == PRACTICE_POOL_UNTRACKED)
    on_hand = 0;
  variant = add_variant (seed, sku, name, tracking, on_hand);
  if (index % 5 == 3)
    variant->level += practice_seed_draw (seed, 4);
  if (model->option != NULL)
    {
      practice_store_replace_text (&variant->option_value, model->values[which]);
      variant->option_name = model->option;
    }
  variant->price = PRACTICE_PENCE (model->pence + model->pence / 2 * (int)which);
  variant->rate = model->rate;
  practice_store_add_variant (seed->store, variant);
  add_to_brightpearl (seed, variant, pool, on_hand);
  sort_into_pools (seed, variant, pool);
}

/* What the shop sells besides tea: a bundle, a book to download, a certificate on paper. */
static void
add_specials (PracticeSeed *seed)
{
  static const struct
  {
    const char *sku;
    const char *name;
    const char *type;
    int pence;
    PracticePool pool;
  } specials[] = {
    { "BOX-TASTER", "Taster box", "physical", 2199, PRACTICE_POOL_BUNDLE },
    { "BOOK-BREW", "The Harbour Lane brewing book (e-book)", "digital", 799,
      PRACTICE_POOL_DIGITAL },
    { "CARD-GIFT-25", "Gift certificate on paper", "physical", 2500, PRACTICE_POOL_UNTRACKED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    {
      PracticeVariant *variant;

      practice_store_next_id (seed->store, PRACTICE_ID_PRODUCT);
      variant = add_variant (seed, g_strdup (specials[i].sku), specials[i].name, "none", 0);
      variant->type = specials[i].type;
      variant->price = PRACTICE_PENCE (specials[i].pence);
      variant->rate = specials[i].pool == PRACTICE_POOL_UNTRACKED ? 0 : FULL_RATE;
      practice_store_add_variant (seed->store, variant);
      add_to_pool (seed, specials[i].pool, variant);
      if (specials[i].pool != PRACTICE_POOL_BUNDLE)
        variant->brightpearl_id
            = practice_account_add_product (seed->world, variant->sku, variant->name, FALSE, 0, 0);
    }
}

static void
add_bundle (PracticeSeed *seed)
{
  PracticeVariant *bundle = practice_seed_pick (seed, PRACTICE_POOL_BUNDLE);
  gint64 components[3];

  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    {
      const PracticeVariant *variant = g_ptr_array_index (seed->pools[PRACTICE_POOL_PLAIN], i);

      components[i] = variant->brightpearl_id;
    }
  bundle->brightpearl_id = practice_account_add_bundle (seed->world, bundle->sku, bundle->name,
                                                        components, G_N_ELEMENTS (components));
}

void
practice_seed_products (PracticeSeed *seed, guint n_products)
{
  guint n_wanted = MAX (n_products, MINIMUM_PRODUCTS);
  guint index = 0;

  add_specials (seed);
  for (guint round = 0; seed->store->variants->len < n_wanted; round++)
    {
      const Model *model = &models[round % G_N_ELEMENTS (models)];

      practice_store_next_id (seed->store, PRACTICE_ID_PRODUCT);
      for (guint which = 0; which < G_N_ELEMENTS (model->codes) && model->codes[which] != NULL
                            && seed->store->variants->len < n_wanted;
           which++)
        add_model_variant (seed, model, which, round / G_N_ELEMENTS (models), index++);
    }
  add_bundle (seed);
}

PracticeVariant *
practice_seed_pick (PracticeSeed *seed, PracticePool pool)
{
  GPtrArray *variants = seed->pools[pool];

  if (variants->len == 0)
    variants = seed->pools[PRACTICE_POOL_PLAIN];
  return g_ptr_array_index (variants, practice_seed_draw (seed, variants->len));
}
