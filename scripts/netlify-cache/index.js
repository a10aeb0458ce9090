// Keeps .cache between Netlify builds. A cache that cannot be had costs time, never the build.
const FOLDER = ".cache";

export const onPreBuild = async ({ utils }) => {
  await utils.cache.restore(FOLDER);
};

// Only after a build that succeeded.
export const onSuccess = async ({ utils }) => {
  await utils.cache.save(FOLDER);
};
