/* The seed of the practice store: which orders there are, and when they came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With a hundred orders or more every kind is there, and the mix stays the
 * same however many there are; fewer are drawn by chance.
 */
#include "practice-seed.h"

#include <string.h>

#define SECONDS_PER_DAY 86400
#define EARLIEST_DAYS 30
#define GO_LIVE_DAYS 25
/* Between the last but one order and now. */
#define QUIET_SECONDS 3600
#define YOUNGEST_SECONDS 30
#define FEWEST_FOR_ALL_KINDS 100
#define WHOLE_WEIGHT 1000

static const PracticeKind plain_kind = { .name = "plain", .status_id = 11 };

static const PracticeKind *const kind_tables[] = {
  practice_seed_people_kinds,
  practice_seed_goods_kinds,
  practice_seed_money_kinds,
  practice_seed_state_kinds,
};

/* (nullable): the kind of that name. */
static const PracticeKind *
find_kind (const char *name)
{
  if (strcmp (name, plain_kind.name) == 0)
    return &plain_kind;
  for (guint i = 0; i < G_N_ELEMENTS (kind_tables); i++)
    for (const PracticeKind *kind = kind_tables[i]; kind->name != NULL; kind++)
      if (strcmp (kind->name, name) == 0)
        return kind;
  return NULL;
}

/* What is left of the weight is plain. */
static const PracticeKind *
draw_kind (PracticeSeed *seed)
{
  guint chance = practice_seed_draw (seed, WHOLE_WEIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (kind_tables); i++)
    for (const PracticeKind *kind = kind_tables[i]; kind->name != NULL; kind++)
      {
        if (chance < kind->weight)
          return kind;
        chance -= kind->weight;
      }
  return &plain_kind;
}

static guint
count_wanted (const PracticeKind *kind, guint n_orders)
{
  guint count = MAX (kind->minimum, n_orders * kind->weight / WHOLE_WEIGHT);

  return kind->maximum != 0 ? MIN (count, kind->maximum) : count;
}

static void
shuffle (PracticeSeed *seed, GPtrArray *kinds)
{
  for (guint i = kinds->len; i > 1; i--)
    {
      guint other = practice_seed_draw (seed, i);
      gpointer kept = kinds->pdata[i - 1];

      kinds->pdata[i - 1] = kinds->pdata[other];
      kinds->pdata[other] = kept;
    }
}

/* Those of before go-live come first, the youngest comes last. */
static gint
compare_ages (gconstpointer first, gconstpointer second)
{
  const PracticeKind *const kinds[]
      = { *(const PracticeKind *const *)first, *(const PracticeKind *const *)second };
  int ages[2];

  for (guint i = 0; i < 2; i++)
    ages[i] = strcmp (kinds[i]->name, "before-go-live") == 0      ? 0
              : strcmp (kinds[i]->name, "half-a-minute-old") == 0 ? 2
                                                                  : 1;
  return ages[0] - ages[1];
}

static GPtrArray *
plan_kinds (PracticeSeed *seed, guint n_orders)
{
  GPtrArray *kinds = g_ptr_array_sized_new (n_orders + 1);

  if (n_orders < FEWEST_FOR_ALL_KINDS)
    {
      while (kinds->len < n_orders)
        g_ptr_array_add (kinds, (gpointer)draw_kind (seed));
      g_ptr_array_sort (kinds, compare_ages);
      return kinds;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kind_tables); i++)
    for (const PracticeKind *kind = kind_tables[i]; kind->name != NULL; kind++)
      for (guint count = count_wanted (kind, n_orders); count > 0; count--)
        g_ptr_array_add (kinds, (gpointer)kind);
  while (kinds->len < n_orders)
    g_ptr_array_add (kinds, (gpointer)&plain_kind);
  shuffle (seed, kinds);
  /* GLib's sort is stable, so the shuffled order stays within each age. */
  g_ptr_array_sort (kinds, compare_ages);
  return kinds;
}

static guint
count_early (GPtrArray *kinds)
{
  guint count = 0;

  while (count < kinds->len
         && strcmp (((PracticeKind *)kinds->pdata[count])->name, "before-go-live") == 0)
    count++;
  return count;
}

/* Somewhere in the slot that the order has in its span of time. */
static gint64
choose_moment (PracticeSeed *seed, gint64 start, gint64 end, guint index, guint count)
{
  gint64 slot = (end - start) / count;

  return start + (end - start) * index / count + practice_seed_draw (seed, (guint)MAX (slot, 1));
}

static void
place_orders (PracticeSeed *seed, guint n_orders)
{
  g_autoptr (GPtrArray) kinds = plan_kinds (seed, n_orders);
  gint64 now = practice_now (seed->world);
  gint64 go_live = now - (gint64)GO_LIVE_DAYS * SECONDS_PER_DAY;
  gint64 earliest = now - (gint64)EARLIEST_DAYS * SECONDS_PER_DAY;
  guint n_early = count_early (kinds);

  for (guint i = 0; i < kinds->len; i++)
    {
      const PracticeKind *kind = g_ptr_array_index (kinds, i);
      gint64 moment;

      if (i < n_early)
        moment = choose_moment (seed, earliest, go_live - QUIET_SECONDS, i, n_early);
      else if (strcmp (kind->name, "half-a-minute-old") == 0)
        moment = now - YOUNGEST_SECONDS;
      else
        moment = choose_moment (seed, go_live + QUIET_SECONDS, now - QUIET_SECONDS, i - n_early,
                                kinds->len - n_early);
      practice_seed_order (seed, kind, moment);
    }
}

static void
seed_free (gpointer data)
{
  PracticeSeed *seed = data;

  for (guint i = 0; i < PRACTICE_N_POOLS; i++)
    g_ptr_array_unref (seed->pools[i]);
  g_hash_table_unref (seed->ordinals);
  g_free (seed);
}

static PracticeSeed *
seed_new (PracticeWorld *world)
{
  PracticeSeed *seed = g_new0 (PracticeSeed, 1);

  seed->world = world;
  seed->store = world->store;
  /* The generator stands still at 0. */
  seed->state = (world->seed ^ 0x9E3779B9u) != 0 ? world->seed ^ 0x9E3779B9u : 1;
  for (guint i = 0; i < PRACTICE_N_POOLS; i++)
    seed->pools[i] = g_ptr_array_new ();
  seed->ordinals = g_hash_table_new (g_str_hash, g_str_equal);
  return seed;
}

void
practice_seed (PracticeWorld *world, guint n_orders, guint n_products)
{
  PracticeSeed *seed = seed_new (world);

  world->store->seed = seed;
  world->store->free_seed = seed_free;
  practice_seed_contacts (seed);
  practice_seed_products (seed, n_products);
  place_orders (seed, n_orders);
}

gint64
practice_seed_place_order (PracticeWorld *world, const char *kind_name)
{
  PracticeSeed *seed = world->store->seed;
  const PracticeKind *kind;
  gint64 id;

  if (seed == NULL)
    return 0;
  if (kind_name != NULL)
    kind = find_kind (kind_name);
  else
    do
      kind = draw_kind (seed);
    while (kind->only_seeded);
  if (kind == NULL)
    return 0;
  id = practice_seed_order (seed, kind, practice_now (world));
  practice_store_take_stock (world->store, practice_store_find_order (world->store, id));
  return id;
}
